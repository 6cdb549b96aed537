namespace Slipway.Server.Discovery;

/// <summary>The forms in which discovery can be had.</summary>
internal enum DiscoveryForm
{
    /// <summary>One document for each group and each version.</summary>
    Plain,

    /// <summary>Everything in two documents, <c>apidiscovery.k8s.io/v2</c>.</summary>
    V2,

    /// <summary>The same for clients of 1.26 to 1.29.</summary>
    V2Beta1,
}
