namespace Slipway.Machinery.Json;

/// <summary>A JSONPath that cannot be read.</summary>
/// <param name="path">The path.</param>
/// <param name="position">The offset of the fault, from 0.</param>
/// <param name="expected">What should stand there.</param>
public sealed class JsonPathException(string path, int position, string expected)
    : FormatException($"invalid JSONPath \"{path}\": expected {expected} at {position}")
{
    /// <summary>The offset of the fault, from 0.</summary>
    public int Position { get; } = position;
}
