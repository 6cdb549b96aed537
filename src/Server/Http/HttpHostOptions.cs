using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Slipway.Machinery.Objects;
using Slipway.Server.Http.Access;
using Slipway.Server.Metrics;
using Slipway.Server.Resources;
using Slipway.Server.Security.Tokens;
using Slipway.Server.Streams;
using Slipway.Server.Verbs;

namespace Slipway.Server.Http;

/// <summary>What the HTTP face of a server needs.</summary>
internal sealed record HttpHostOptions
{
    /// <summary>The kinds.</summary>
    public required IResourceRegistry Registry { get; init; }

    /// <summary>What may be done with them.</summary>
    public required IVerbs Verbs { get; init; }

    /// <summary>The certificate shown to clients, with its private key. Not disposed here.</summary>
    public required X509Certificate2 ServingCertificate { get; init; }

    /// <summary>The authorities whose client certificates are taken. Not disposed here.</summary>
    public required X509Certificate2Collection ClientAuthorities { get; init; }

    /// <summary>What <c>/version</c> says, for example <c>v1.36.0</c>.</summary>
    public required string KubernetesVersion { get; init; }

    /// <summary>Deadlines and the validity of certificates.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Audit ids.</summary>
    public required RandomSource Random { get; init; }

    /// <summary>Who is let in, and to what.</summary>
    public AccessRules Access { get; init; } = new();

    /// <summary>The documents by which others verify tokens; null where none are issued.</summary>
    public IssuerPages? Issuer { get; init; }

    /// <summary>Where faults are told.</summary>
    public ILoggerFactory Logs { get; init; } = NullLoggerFactory.Instance;

    /// <summary>Who serves connections into pods.</summary>
    public IReadOnlyList<IStreamHandler> StreamHandlers { get; init; } = [];

    /// <summary>Whether somebody may connect into an object, besides that the roles allow it; refuses by throwing.</summary>
    public Func<Call, JsonObject, CancellationToken, ValueTask<IReadOnlyList<string>>>? Connecting { get; init; }

    /// <summary>What <c>/healthz</c>, <c>/livez</c> and <c>/readyz</c> ask, besides that the server answers at all.</summary>
    public IReadOnlyList<HealthCheck> HealthChecks { get; init; } = [];

    /// <summary>The numbers of the page <c>/metrics</c>.</summary>
    public ServerMetrics Metrics { get; init; } = new();

    /// <summary>How long the server goes on after it told that it is no longer ready.</summary>
    public TimeSpan ShutdownDelay { get; init; }

    /// <summary>How long requests may take that are worked on when the server stops.</summary>
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The address to listen on.</summary>
    public IPAddress Host { get; init; } = IPAddress.Loopback;

    /// <summary>The port to listen on; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>How many reading and how many writing requests are worked on at once; more are answered 429.</summary>
    public (int Reads, int Writes) MaxInFlight { get; init; } = (400, 200);
}
