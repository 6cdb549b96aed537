namespace Slipway.Conformance.Support;

/// <summary>A watch over plain HTTP: its events, line by line.</summary>
public sealed class EventStream : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    internal EventStream(HttpResponseMessage response, StreamReader lines) => (_response, _lines) = (response, lines);

    /// <summary>The HTTP status.</summary>
    public int Code => (int)_response.StatusCode;

    /// <summary>The media type, with its parameters.</summary>
    public string ContentType => _response.Content.Headers.ContentType?.ToString() ?? "";

    /// <summary>The next event; null where the watch ended.</summary>
    public async Task<JsonNode?> NextAsync() =>
        await _lines.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TimeProvider.System) is { } line ? JsonNode.Parse(line) : null;

    /// <summary>The next event as <c>TYPE name</c>, and without the name where there is none; empty where the watch ended.</summary>
    public async Task<string> WordAsync() =>
        await NextAsync() is { } next ? $"{(string?)next["type"]} {(string?)next["object"]?["metadata"]?["name"]}".Trim() : "";

    /// <summary>Several events, as <see cref="WordAsync"/> tells them.</summary>
    /// <param name="count">How many.</param>
    public async Task<IReadOnlyList<string>> WordsAsync(int count)
    {
        var words = new List<string>();
        for (var i = 0; i < count; i++)
        {
            words.Add(await WordAsync());
        }

        return words;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lines.Dispose();
        _response.Dispose();
    }
}
