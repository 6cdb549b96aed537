using System.Globalization;
using System.Text.Json.Nodes;

namespace Slipway.Machinery.Patches;

/// <summary>A JSON pointer (RFC 6901): the way from the root of a document to one value.</summary>
internal sealed class JsonPointer
{
    private readonly string _text;
    private readonly string[] _tokens;

    private JsonPointer(string text, string[] tokens)
    {
        _text = text;
        _tokens = tokens;
    }

    /// <summary>Whether it points to the whole document.</summary>
    public bool IsRoot => _tokens.Length == 0;

    /// <summary>How many steps it has.</summary>
    public int Depth => _tokens.Length;

    /// <summary>The last step.</summary>
    public string Last => _tokens[^1];

    /// <summary>Reads a pointer.</summary>
    public static JsonPointer Parse(string text)
    {
        if (text.Length == 0)
        {
            return new(text, []);
        }

        if (text[0] != '/')
        {
            throw new PatchException(PatchFault.Malformed, text, $"\"{text}\" is not a JSON pointer: it must be empty or begin with '/'");
        }

        var tokens = text[1..].Split('/');
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Contains('~', StringComparison.Ordinal))
            {
                tokens[i] = Unescape(text, tokens[i]);
            }
        }

        return new(text, tokens);
    }

    /// <summary>Whether another pointer leads into what this one points to.</summary>
    public bool IsPrefixOf(JsonPointer other) => other._tokens.Length > _tokens.Length && other._tokens.AsSpan().StartsWith(_tokens);

    /// <summary>The object or array that holds the value, which itself need not exist.</summary>
    public JsonNode Parent(JsonNode? root, string operation)
    {
        var node = root;
        for (var i = 0; i < _tokens.Length - 1; i++)
        {
            if (!Step(node, _tokens[i], operation, out node))
            {
                throw Missing(operation);
            }
        }

        return node is JsonObject or JsonArray ? node : throw Missing(operation);
    }

    /// <summary>The value; false where there is none.</summary>
    public bool TryFind(JsonNode? root, string operation, out JsonNode? value)
    {
        value = root;
        foreach (var token in _tokens)
        {
            if (!Step(value, token, operation, out value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The value.</summary>
    public JsonNode? Find(JsonNode? root, string operation) => TryFind(root, operation, out var value) ? value : throw Missing(operation);

    /// <summary>An index into an array as the last step says it.</summary>
    /// <param name="count">One more than the largest index allowed; also what <c>-</c> means.</param>
    /// <param name="operation">The operation, for the message.</param>
    public int Index(int count, string operation)
    {
        if (Last == "-")
        {
            return count - 1;
        }

        return TryIndex(Last, out var index)
            ? index < count ? index : throw new PatchException(PatchFault.NotApplicable, _text, $"{operation} operation does not apply: index {Last} at \"{_text}\" is out of bounds")
            : throw new PatchException(PatchFault.NotApplicable, _text, $"{operation} operation does not apply: \"{Last}\" at \"{_text}\" is not an array index");
    }

    /// <summary>The refusal of an operation whose target is not there.</summary>
    public PatchException Missing(string operation) =>
        new(PatchFault.NotApplicable, _text, $"{operation} operation does not apply: doc is missing path: \"{_text}\": missing value");

    /// <inheritdoc/>
    public override string ToString() => _text;

    private static bool TryIndex(string token, out int index) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out index) && (token.Length == 1 || token[0] != '0');

    private bool Step(JsonNode? node, string token, string operation, out JsonNode? next)
    {
        switch (node)
        {
            case JsonObject map:
                return map.TryGetPropertyValue(token, out next);
            case JsonArray list when TryIndex(token, out var index):
                next = index < list.Count ? list[index] : null;
                return index < list.Count;
            case JsonArray when token != "-":
                throw new PatchException(PatchFault.NotApplicable, _text, $"{operation} operation does not apply: \"{token}\" in \"{_text}\" is not an array index");
            default:
                next = null;
                return false;
        }
    }

    private static string Unescape(string text, string token)
    {
        for (var at = token.IndexOf('~', StringComparison.Ordinal); at >= 0; at = token.IndexOf('~', at + 1))
        {
            if (at + 1 == token.Length || token[at + 1] is not ('0' or '1'))
            {
                throw new PatchException(PatchFault.Malformed, text, $"\"{text}\" is not a JSON pointer: '~' must be followed by 0 or 1");
            }
        }

        return token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
    }
}
