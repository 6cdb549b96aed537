using System.Buffers;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Server.Admission.BuiltIn;

/// <summary>What Secrets and ConfigMaps have in common: keys, sizes, and that they can be made immutable.</summary>
internal static class ContentRules
{
    private const int Largest = 1024 * 1024;

    private static readonly SearchValues<char> KeyLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    /// <summary>Checks the keys and values of one map.</summary>
    /// <param name="value">The object.</param>
    /// <param name="field">The map.</param>
    /// <param name="isBase64">Whether the values are base64.</param>
    /// <param name="errors">Where faults go.</param>
    /// <returns>The size of the values in bytes.</returns>
    public static long Check(JsonObject value, string field, bool isBase64, ICollection<FieldError> errors)
    {
        if (value[field] is not { } node)
        {
            return 0;
        }

        if (node is not JsonObject map)
        {
            errors.Add(Invalid.Type(field, node, "object"));
            return 0;
        }

        var total = 0L;
        foreach (var (key, member) in map)
        {
            if (KeyFault(key) is { } fault)
            {
                errors.Add(Invalid.Value($"{field}[{key}]", key, fault));
            }

            if (member is not JsonValue scalar || !scalar.TryGetValue(out string? text))
            {
                errors.Add(Invalid.Type($"{field}[{key}]", member, "string"));
                continue;
            }

            var length = text.Length;
            if (isBase64 && !System.Buffers.Text.Base64.IsValid(text, out length))
            {
                errors.Add(Invalid.Value($"{field}[{key}]", "(hidden)", "must be base64: encode the value, or write it as it is under stringData"));
            }

            total += length;
        }

        return total;
    }

    /// <summary>Checks that an object is not too large.</summary>
    /// <param name="total">Its size.</param>
    /// <param name="errors">Where the fault goes.</param>
    public static void CheckSize(long total, ICollection<FieldError> errors)
    {
        if (total > Largest)
        {
            errors.Add(Invalid.TooLong("", Largest));
        }
    }

    /// <summary>Checks that what was made immutable stays as it is.</summary>
    /// <param name="old">The object before.</param>
    /// <param name="value">The object after.</param>
    /// <param name="fields">What must not change.</param>
    /// <param name="errors">Where faults go.</param>
    public static void CheckImmutable(JsonObject? old, JsonObject value, ReadOnlySpan<string> fields, ICollection<FieldError> errors)
    {
        if (old?["immutable"]?.GetValueKind() != System.Text.Json.JsonValueKind.True)
        {
            return;
        }

        const string why = "field is immutable when `immutable` is set";
        if (value["immutable"]?.GetValueKind() != System.Text.Json.JsonValueKind.True)
        {
            errors.Add(Invalid.Forbidden("immutable", why));
        }

        foreach (var field in fields)
        {
            if (!JsonEquality.AreEqual(old[field], value[field]))
            {
                errors.Add(Invalid.Forbidden(field, why));
            }
        }
    }

    /// <summary>Takes out a map without members, so that absent and empty are stored alike.</summary>
    /// <param name="value">The object.</param>
    /// <param name="field">The map.</param>
    public static void DropEmpty(JsonObject value, string field)
    {
        if (value.TryGetPropertyValue(field, out var node) && (node is null or JsonObject { Count: 0 }))
        {
            value.Remove(field);
        }
    }

    private static string? KeyFault(string key)
    {
        if (key.Length is 0 or > 253)
        {
            return "must be between 1 and 253 characters";
        }

        if (key is "." || key.StartsWith("..", StringComparison.Ordinal))
        {
            return "must not be '.' and must not begin with '..'";
        }

        return key.AsSpan().ContainsAnyExcept(KeyLetters)
            ? "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', "
                + "regex used for validation is '[-._a-zA-Z0-9]+')"
            : null;
    }
}
