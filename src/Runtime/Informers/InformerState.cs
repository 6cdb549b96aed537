namespace Slipway.Runtime.Informers;

/// <summary>
/// What an informer is doing. It begins with <see cref="Listing"/>; a list leads to <see cref="Watching"/> from the list's
/// revision. A watch that ends is opened again from the last revision seen, one whose revision has expired leads back to
/// <see cref="Listing"/>, and any failure leads to <see cref="Waiting"/> and then to what was tried before.
/// </summary>
public enum InformerState
{
    /// <summary>Reading the whole collection.</summary>
    Listing,

    /// <summary>Following its changes.</summary>
    Watching,

    /// <summary>Letting some time pass after a failure.</summary>
    Waiting,

    /// <summary>At its end; the snapshot does not change any more.</summary>
    Stopped,
}
