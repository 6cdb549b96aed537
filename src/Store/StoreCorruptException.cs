namespace Slipway.Store;

/// <summary>What a store holds is not what was written into it.</summary>
public sealed class StoreCorruptException : Exception
{
    /// <summary>Names what is damaged.</summary>
    /// <param name="message">Which file, which key or page, what to do.</param>
    /// <param name="inner">What led to it.</param>
    public StoreCorruptException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
