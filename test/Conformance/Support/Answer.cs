using System.Text;

namespace Slipway.Conformance.Support;

/// <summary>An answer of the server, read to its end.</summary>
/// <param name="Request">The request in short, for messages.</param>
/// <param name="Code">The HTTP status.</param>
/// <param name="Headers">All headers, names in lower case; several values are joined by a line feed.</param>
/// <param name="Body">The body.</param>
public sealed record Answer(string Request, int Code, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Body) ?? throw new InvalidOperationException($"{Request} was answered with null.");

    /// <summary>The media type, with its parameters.</summary>
    public string ContentType => Headers.GetValueOrDefault("content-type", "");

    /// <summary>The <c>Warning</c> headers.</summary>
    public string Warnings => Headers.GetValueOrDefault("warning", "");

    /// <summary>The message of a Status.</summary>
    public string Message => (string?)Json["message"] ?? "";

    /// <summary>The reason of a Status.</summary>
    public string Reason => (string?)Json["reason"] ?? "";

    /// <summary>The resource version of an object or a list.</summary>
    public string Version => (string?)Json["metadata"]?["resourceVersion"] ?? "";

    /// <summary>The names of a list's items.</summary>
    public IReadOnlyList<string> Names => [.. Json["items"]!.AsArray().Select(i => (string)i!["metadata"]!["name"]!)];

    /// <summary>This; the test fails where the status is another.</summary>
    /// <param name="codes">The statuses expected, any of them.</param>
    public Answer Is(params int[] codes)
    {
        Assert.True(codes.Contains(Code), $"{Request}: expected {string.Join(" or ", codes)}, found {Code}: {(Text.Length > 2000 ? Text[..2000] : Text)}");
        return this;
    }

    /// <summary>This; the test fails where it is not a refusal of the given kind.</summary>
    /// <param name="code">The status.</param>
    /// <param name="reason">The reason in the Status.</param>
    /// <param name="words">What its message must hold.</param>
    public Answer Refused(int code, string reason, params string[] words)
    {
        Is(code);
        Assert.Equal(("Status", "Failure", reason, code), ((string?)Json["kind"], (string?)Json["status"], Reason, (int?)Json["code"]));
        foreach (var word in words)
        {
            Assert.Contains(word, Message, StringComparison.Ordinal);
        }

        return this;
    }

    /// <summary>The value at a path; null where there is none.</summary>
    /// <param name="path">Names and positions with dots between them; none may hold a dot.</param>
    public JsonNode? At(string path)
    {
        JsonNode? node = Json;
        foreach (var part in path.Split('.'))
        {
            node = node switch
            {
                JsonArray list => int.TryParse(part, out var index) && index < list.Count ? list[index] : null,
                JsonObject map => map[part],
                _ => null,
            };
        }

        return node;
    }

    /// <summary>The text or number at a path, as text; empty where there is none.</summary>
    /// <param name="path">As in <see cref="At"/>.</param>
    public string Of(string path) => At(path)?.ToString() ?? "";

    /// <summary>The causes of a Status as <c>reason field</c>.</summary>
    public IReadOnlyList<string> Causes =>
        [.. (At("details.causes") as JsonArray ?? []).Select(c => $"{(string?)c!["reason"]} {(string?)c["field"]}".Trim())];
}
