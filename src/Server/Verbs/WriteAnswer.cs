namespace Slipway.Server.Verbs;

/// <summary>What a write led to.</summary>
/// <param name="Object">The object as stored, or a Status, as UTF-8 JSON.</param>
/// <param name="Code">The HTTP status: 201 where something was made, else 200.</param>
/// <param name="Warnings">Sentences for the client's <c>Warning</c> headers.</param>
internal sealed record WriteAnswer(ReadOnlyMemory<byte> Object, int Code, IReadOnlyList<string> Warnings)
{
    /// <summary>Words of admission webhooks for the audit log, by key.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = NoAnnotations;

    private static IReadOnlyDictionary<string, string> NoAnnotations { get; } = new Dictionary<string, string>(0);
}
