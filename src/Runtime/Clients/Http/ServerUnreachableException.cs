namespace Slipway.Runtime.Clients.Http;

/// <summary>No API server answers at an address.</summary>
public sealed class ServerUnreachableException : Exception
{
    /// <summary>Names the address and the cause.</summary>
    /// <param name="server">The address.</param>
    /// <param name="inner">What happened.</param>
    public ServerUnreachableException(Uri server, Exception inner)
        : base($"No API server answers at {server}: {(inner?.InnerException ?? inner)?.Message}", inner) =>
        Server = server;

    /// <summary>The address.</summary>
    public Uri Server { get; }
}
