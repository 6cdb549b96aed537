using System.Net;
using System.Net.Sockets;

namespace Slipway.Providers.InMemory;

/// <summary>A loopback port that nobody else gets until it is released to be listened on.</summary>
internal sealed class PortReservation : IDisposable
{
    private readonly TcpListener _holder;

    private PortReservation(TcpListener holder) => _holder = holder;

    /// <summary>The port.</summary>
    public int Port => ((IPEndPoint)_holder.LocalEndpoint).Port;

    /// <summary>Takes a port.</summary>
    /// <param name="port">The port wanted; 0 for any.</param>
    /// <exception cref="IOException">Somebody else has it.</exception>
    public static PortReservation Take(int port)
    {
        var holder = new TcpListener(IPAddress.Loopback, port);
        try
        {
            holder.Server.ExclusiveAddressUse = true;
            holder.Start(1);
            return new PortReservation(holder);
        }
        catch (SocketException e)
        {
            holder.Dispose();
            throw new IOException($"Port {port} on 127.0.0.1, where the simulated cluster's API was, cannot be had: {e.Message}. Free it; it is tried again.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _holder.Dispose();
}
