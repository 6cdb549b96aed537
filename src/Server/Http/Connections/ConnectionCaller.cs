using Slipway.Server.Security;

namespace Slipway.Server.Http.Connections;

/// <summary>Who is at the other end of a connection: belongs to the connection, found once.</summary>
internal sealed class ConnectionCaller
{
    /// <summary>Whom the client certificate stands for; null where none was shown or it was refused.</summary>
    public Caller? Caller { get; set; }

    /// <summary>Whether a certificate was shown that is not to be trusted.</summary>
    public bool Refused { get; set; }
}
