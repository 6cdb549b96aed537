namespace Slipway.Machinery.Selectors;

/// <summary>A selector that cannot be read; the message says what stands where.</summary>
/// <param name="message">What is wrong, for people.</param>
/// <param name="position">The offset of the fault in the selector's text, from 0; -1 where the selector came as an object.</param>
public sealed class SelectorException(string message, int position) : FormatException(message)
{
    /// <summary>The offset of the fault in the selector's text, from 0; -1 where the selector came as an object.</summary>
    public int Position { get; } = position;
}
