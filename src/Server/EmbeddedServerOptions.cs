using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Pki;
using Slipway.Server.Callouts;
using Slipway.Server.Streams;

namespace Slipway.Server;

/// <summary>What a server is given from outside. Checked when the server starts.</summary>
public sealed record EmbeddedServerOptions
{
    /// <summary>Where objects are kept: <c>memory:</c>, <c>sqlite:PATH[?sync=off]</c>, or <c>etcd:http://HOST:PORT[,MORE][?prefix=/PATH&amp;cacert=FILE&amp;cert=FILE&amp;key=FILE]</c>, which several servers may share.</summary>
    [Required]
    public string Store { get; init; } = "memory:";

    /// <summary>The address to listen on; one of this machine.</summary>
    [Required]
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The port to listen on; 0 for any free one.</summary>
    [Range(0, 65535)]
    public int Port { get; init; }

    /// <summary>Whether to listen at all; else the server is reached by its clients in this process only.</summary>
    public bool Listen { get; init; } = true;

    /// <summary>The cluster's name in the administrator's kubeconfig.</summary>
    [Required]
    public string ClusterName { get; init; } = "slipway";

    /// <summary>Further names and addresses in the server's certificate, where that is made here.</summary>
    public IReadOnlyList<string> AlternativeNames { get; init; } = [];

    /// <summary>The certificates; null to make new ones. Not used where the server does not listen, but for the authority.</summary>
    public ServerPki? Pki { get; init; }

    /// <summary>Which keys to make where certificates are made here.</summary>
    public KeyAlgorithm KeyAlgorithm { get; init; } = KeyAlgorithm.EcdsaP256;

    /// <summary>Where keys come from; null to make them on demand.</summary>
    public IKeySource? Keys { get; init; }

    /// <summary>What <c>/version</c> says: <c>v</c>, then three numbers.</summary>
    [Required]
    [RegularExpression(@"^v[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$", ErrorMessage = "KubernetesVersion must be of the form v1.36.0.")]
    public string KubernetesVersion { get; init; } = "v1.36.0";

    /// <summary>CustomResourceDefinitions as UTF-8 JSON; their kinds are served when the server has started. Kept: must not change.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> CustomResourceDefinitions { get; init; } = [];

    /// <summary>Converters of kinds whose versions are converted in this process instead of by a webhook.</summary>
    public IReadOnlyList<IObjectConverter> Converters { get; init; } = [];

    /// <summary>Defaults and rules of kinds that their schemas cannot say.</summary>
    public IReadOnlyList<IKindAdmission> Admissions { get; init; } = [];

    /// <summary>Where the Services that webhooks name can be reached; null where there are none, so that only webhooks with a URL can be asked.</summary>
    public ServiceResolver? Services { get; init; }

    /// <summary>Who serves connections into pods; the first that takes a request does.</summary>
    public IReadOnlyList<IStreamHandler> StreamHandlers { get; init; } = [];

    /// <summary>Who may reach the server besides those with its certificates, and as whom.</summary>
    public AccessOptions Access { get; init; } = new();

    /// <summary>Whether <c>/metrics</c> tells of the controllers of this process as well.</summary>
    public bool ControllerMetrics { get; init; }

    /// <summary>How long the server goes on to serve after <c>/readyz</c> began to fail, when it is stopped.</summary>
    public TimeSpan ShutdownDelay { get; init; }

    /// <summary>How long requests may take that are worked on when the server stops; then they are broken off.</summary>
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How requests are written down; null where they are not.</summary>
    public AuditOptions? Audit { get; init; }

    /// <summary>Which resources are kept encrypted: an <c>EncryptionConfiguration</c> as YAML with the providers <c>aesgcm</c> and <c>identity</c>; null for none.</summary>
    public string? Encryption { get; init; }

    /// <summary>Whether every Deployment is said to run, for tools that wait for it; nothing runs pods here.</summary>
    public bool PretendDeployments { get; init; }

    /// <summary>The clock of everything the server does.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where uids and generated names come from.</summary>
    public RandomSource Random { get; init; } = RandomSource.System;

    /// <summary>Where logs go.</summary>
    public ILoggerFactory Logs { get; init; } = NullLoggerFactory.Instance;

    /// <summary><see cref="Host"/> as an address.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    internal IPAddress HostAddress => Host == "localhost"
        ? IPAddress.Loopback
        : IPAddress.TryParse(Host, out var address)
            ? address
            : throw new ArgumentException($"Host must be an IP address of this machine or localhost, not \"{Host}\".");
}
