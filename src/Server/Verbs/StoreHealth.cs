namespace Slipway.Server.Verbs;

/// <summary>Whether the store took the last write that it was given. Safe for concurrent use.</summary>
internal sealed class StoreHealth
{
    private volatile string? _fault;

    /// <summary>Why the store did not take the last write; null where it did.</summary>
    public string? Fault => _fault;

    /// <summary>Notes how a write ended.</summary>
    /// <param name="fault">Why the store could not take it; null where it could.</param>
    public void Note(string? fault)
    {
        // Written to only where something changes: it is read and written by every write.
        if (_fault != fault)
        {
            _fault = fault;
        }
    }
}
