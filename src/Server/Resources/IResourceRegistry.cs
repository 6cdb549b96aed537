namespace Slipway.Server.Resources;

/// <summary>The kinds the server serves just now.</summary>
internal interface IResourceRegistry
{
    /// <summary>All of them at one moment, with a number that changes whenever they do.</summary>
    ResourceSet Current { get; }
}
