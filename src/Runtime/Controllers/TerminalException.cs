namespace Slipway.Runtime.Controllers;

/// <summary>A failure that trying again cannot mend: the object is left alone until something changes.</summary>
public sealed class TerminalException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What was wanted, what was found and what to do.</param>
    /// <param name="inner">What led to it.</param>
    public TerminalException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
