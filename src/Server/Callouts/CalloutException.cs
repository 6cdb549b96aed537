namespace Slipway.Server.Callouts;

/// <summary>A webhook could not be asked, or did not answer as it must.</summary>
/// <param name="message">What was tried and what went wrong.</param>
/// <param name="inner">What led to it, where that is known.</param>
internal sealed class CalloutException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The HTTP status of an answer that was none of success; 0 where there was no answer.</summary>
    public int Code { get; init; }
}
