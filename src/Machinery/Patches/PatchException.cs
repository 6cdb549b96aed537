namespace Slipway.Machinery.Patches;

/// <summary>A patch that was not applied. The document it was tried on may be half changed and must be thrown away.</summary>
/// <param name="fault">What kind of mistake it is.</param>
/// <param name="path">Where: a JSON pointer for JSON patches, a field path for merge patches; empty for the whole.</param>
/// <param name="message">The whole sentence for people, the place included.</param>
public sealed class PatchException(PatchFault fault, string path, string message) : Exception(message)
{
    /// <summary>What kind of mistake it is.</summary>
    public PatchFault Fault { get; } = fault;

    /// <summary>Where: a JSON pointer for JSON patches, a field path for merge patches; empty for the whole.</summary>
    public string Path { get; } = path;
}
