namespace Slipway.Server.Watching;

/// <summary>Is told of every change of every kind, in order, before the change can be seen to be complete.</summary>
internal interface ICacheListener
{
    /// <summary>A change; called by the feed, so it must be short and must not block.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="change">The change.</param>
    void Changed(KindCache kind, CacheEvent change);
}
