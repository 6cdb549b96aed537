namespace Slipway.Server.Streams;

/// <summary>Serves the connections that clients open to the inside of a cluster, such as a pod's ports.</summary>
public interface IStreamHandler
{
    /// <summary>Whether this handler serves the request; the first that does is taken. Must not block.</summary>
    /// <param name="request">What is asked for.</param>
    bool Handles(StreamRequest request);

    /// <summary>
    /// Serves one connection until either side ends it. The stream is duplex: what the client sends is read from it, what
    /// is written to it reaches the client; a read of 0 bytes means that the client has ended. The server disposes it.
    /// </summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="stream">The client's side of the connection.</param>
    /// <param name="cancellation">The client is gone, or the server stops.</param>
    /// <exception cref="IOException">The other end cannot be reached; the message goes to the client's error channel.</exception>
    Task HandleAsync(StreamRequest request, Stream stream, CancellationToken cancellation);
}
