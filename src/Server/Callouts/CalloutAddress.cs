using System.Text;
using System.Text.Json.Nodes;
using Slipway.Server.Objects;

namespace Slipway.Server.Callouts;

/// <summary>Where a webhook listens and whom it must be certified by.</summary>
/// <param name="Url">The address.</param>
/// <param name="Service">The Service that <paramref name="Url"/> names; null where it is no Service.</param>
/// <param name="Authorities">The certificates of the only authorities that are trusted, as PEM; empty for those of the machine.</param>
internal sealed record CalloutAddress(Uri Url, ServiceReference? Service, string Authorities)
{
    /// <summary>The port of a Service that names none.</summary>
    public const int DefaultPort = 443;

    /// <summary>Reads a <c>clientConfig</c> that was checked when it was stored.</summary>
    /// <param name="config">The configuration.</param>
    public static CalloutAddress Of(JsonObject config)
    {
        var authorities = Encoding.UTF8.GetString(Convert.FromBase64String(Meta.String(config, "caBundle")));
        if (config["service"] is not JsonObject service)
        {
            return new(new Uri(Meta.String(config, "url")), null, authorities);
        }

        var reference = new ServiceReference(
            Meta.String(service, "namespace"), Meta.String(service, "name"), (int)(Meta.Whole(service["port"]) ?? DefaultPort));
        var path = Meta.String(service, "path");
        return new(new Uri($"https://{reference.Host}:{reference.Port}{(path.StartsWith('/') ? "" : "/")}{path}"), reference, authorities);
    }
}
