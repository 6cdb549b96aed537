namespace Slipway.Runtime.Clients.Http;

/// <summary>No answer came from a server: nobody listens, the names or certificates do not fit, or the connection broke.</summary>
public sealed class ServerUnreachableException : Exception
{
    /// <summary>Names the server and the cause.</summary>
    /// <param name="server">The server's address.</param>
    /// <param name="cause">What went wrong, in a few words.</param>
    /// <param name="inner">The fault below.</param>
    public ServerUnreachableException(Uri server, string cause, Exception inner)
        : base($"no answer from {server}: {cause}", inner) =>
        Server = server;

    /// <summary>The server's address.</summary>
    public Uri Server { get; }
}
