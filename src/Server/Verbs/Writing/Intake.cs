using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Protobuf;
using Slipway.Runtime.Clients;
using Slipway.Server.Admission;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.OpenApi;
using Slipway.Server.Resources;

namespace Slipway.Server.Verbs.Writing;

/// <summary>How bodies become objects: read, told apart from other kinds, cleaned of what the kind does not know.</summary>
internal static class Intake
{
    private const int LongestManager = 128;

    /// <summary>Reads a body.</summary>
    /// <param name="body">UTF-8 JSON.</param>
    /// <param name="findings">Where fields that stand twice are noted.</param>
    /// <exception cref="ApiException">400: the body is not a JSON object.</exception>
    public static JsonObject Read(ReadOnlyMemory<byte> body, Findings findings)
    {
        try
        {
            var document = StrictJson.Parse(body.Span);
            foreach (var path in document.Duplicates)
            {
                findings.Duplicate(path);
            }

            return document.Root as JsonObject
                ?? throw Refuse.BadRequest($"the body must be a JSON object, not {Meta.KindOf(document.Root)}");
        }
        catch (StrictJsonException e)
        {
            throw Refuse.BadRequest($"the body is not JSON: {e.Message}");
        }
    }

    /// <summary>Checks that a body is what the path says; built-in kinds may leave apiVersion and kind out.</summary>
    /// <param name="value">The body.</param>
    /// <param name="type">What the path says.</param>
    /// <param name="isOptional">Whether both may be left out.</param>
    /// <exception cref="ApiException">400: it is something else.</exception>
    public static void CheckType(JsonObject value, ResourceType type, bool isOptional)
    {
        var apiVersion = Meta.String(value, "apiVersion");
        var kind = Meta.String(value, "kind");
        if (kind.Length == 0 && !isOptional)
        {
            throw Refuse.BadRequest($"Object 'Kind' is missing in the body: expected kind {type.Kind}");
        }

        if (apiVersion.Length == 0 && !isOptional)
        {
            throw Refuse.BadRequest($"Object 'apiVersion' is missing in the body: expected {type.ApiVersion}");
        }

        if (apiVersion.Length > 0 && apiVersion != type.ApiVersion)
        {
            throw Refuse.BadRequest($"the API version in the data ({apiVersion}) does not match the expected API version ({type.ApiVersion})");
        }

        if (kind.Length > 0 && kind != type.Kind)
        {
            throw Refuse.BadRequest($"the kind in the data ({kind}) does not match the expected kind ({type.Kind})");
        }

        value["apiVersion"] = type.ApiVersion;
        value["kind"] = type.Kind;
    }

    /// <summary>Brings an object of the call's kind and version into shape.</summary>
    /// <param name="call">The call.</param>
    /// <param name="value">The object; it is changed.</param>
    /// <param name="findings">Where unknown fields are noted.</param>
    /// <exception cref="ApiException">400: it is something else, or its metadata cannot be read.</exception>
    public static void Clean(Call call, JsonObject value, Findings findings)
    {
        CheckType(value, call.Definition.Type(call.Version), call.Definition.BuiltIn);
        var type = BuiltInType(call);
        if ((MetadataRules.Shape(value, findings) ?? (type is null ? null : ShapeCheck.Clean(value, type, findings))) is { } fault)
        {
            throw Refuse.BadRequest($"{call.Definition.Kind.Kind} in version \"{call.Version.Name}\" cannot be handled as a {call.Definition.Kind.Kind}: {fault}");
        }

        call.Version.Schema?.Value.Prune(value, findings);
    }

    private static MessageType? BuiltInType(Call call) =>
        call.Definition.BuiltIn ? BuiltInSchemas.Find(call.Definition.Type(call.Version).ApiVersion, call.Definition.Kind.Kind) : null;

    /// <summary>Checks how the caller wants to write.</summary>
    /// <param name="options">What the caller says.</param>
    /// <exception cref="ApiException">422: a parameter is none that exists.</exception>
    public static void Check(WriteOptions options)
    {
        var errors = new List<FieldError>();
        if (options.FieldManager.Length > LongestManager)
        {
            errors.Add(Invalid.Value("fieldManager", options.FieldManager, $"may not be longer than {LongestManager}"));
        }
        else if (options.FieldManager.AsSpan().IndexOfAnyInRange('\0', (char)31) >= 0 || options.FieldManager.Contains((char)127))
        {
            errors.Add(Invalid.Value("fieldManager", options.FieldManager, "should only contain printable characters"));
        }

        if (options.FieldValidation is not ("" or "Ignore" or "Warn" or "Strict"))
        {
            errors.Add(Invalid.Choice("fieldValidation", options.FieldValidation, "Ignore", "Strict", "Warn"));
        }

        if (errors.Count > 0)
        {
            throw Refuse.Invalid(new GroupKind("meta.k8s.io", "WriteOptions"), "", errors);
        }
    }

    /// <summary>Does with unknown and doubled fields what the caller asked for.</summary>
    /// <param name="call">The call.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="options">What the caller asked for.</param>
    /// <exception cref="ApiException">400: strictness was asked for, and there are such fields.</exception>
    public static void Enforce(Call call, Findings findings, WriteOptions options)
    {
        if (findings.Strict.Count == 0)
        {
            return;
        }

        switch (options.FieldValidation)
        {
            case "Strict":
                throw Refuse.BadRequest(
                    $"{call.Definition.Kind.Kind} in version \"{call.Version.Name}\" cannot be handled as a {call.Definition.Kind.Kind}: "
                    + $"strict decoding error: {string.Join(", ", findings.Strict)}");
            case "Warn":
                foreach (var finding in findings.Strict)
                {
                    findings.Warn(finding);
                }

                break;
        }
    }

    /// <summary>Turns an object of the call's version into the version that is stored.</summary>
    /// <param name="call">The call.</param>
    /// <param name="value">The object; it is consumed.</param>
    /// <param name="findings">Where faults of another version than the stored one go.</param>
    /// <exception cref="ApiException">422: the object breaks the schema of its version.</exception>
    public static JsonObject ToStorage(Call call, JsonObject value, Findings findings)
    {
        if (call.IsStorageVersion)
        {
            return value;
        }

        if (call.Version.Schema?.Value is { } schema)
        {
            // A converter may rely on types, so the schema of the caller's version comes first.
            schema.Default(value);
            schema.Validate(value, old: null, findings);
            if (findings.Errors.Count > 0)
            {
                throw call.Invalid(Meta.Text(value, "name"), findings.Errors);
            }
        }

        return Conversion.Convert(value, call.Definition, call.Definition.Storage);
    }
}
