namespace Slipway.Server.Callouts;

/// <summary>A port of a Service.</summary>
/// <param name="Namespace">The Service's namespace.</param>
/// <param name="Name">The Service's name.</param>
/// <param name="Port">The port, 1 to 65535.</param>
public sealed record ServiceReference(string Namespace, string Name, int Port)
{
    /// <summary>The name of the Service within a cluster, which its certificate must carry.</summary>
    public string Host => $"{Name}.{Namespace}.svc";
}
