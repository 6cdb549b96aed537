using System.Text.Json.Nodes;
using Slipway.Server.Discovery;
using Slipway.Server.Http.Answers;
using Slipway.Server.Http.Requests;
using Slipway.Server.Metrics;
using Slipway.Server.Security.Tokens;

namespace Slipway.Server.Http;

/// <summary>The server's own pages: discovery, version and health.</summary>
/// <param name="options">What is served.</param>
internal sealed class PageRoutes(HttpHostOptions options)
{
    private readonly DiscoveryPages _discovery = new();
    private readonly OpenApiRoutes _openApi = new(options);
    private readonly HealthPages _health = new(options.HealthChecks);
    private readonly byte[] _version = VersionPage.Make(options.KubernetesVersion);

    /// <summary>Serves a request.</summary>
    /// <param name="exchange">The request.</param>
    public ValueTask ServeAsync(Exchange exchange)
    {
        if (exchange.Request.Method is not ("GET" or "HEAD"))
        {
            throw Refusal.MethodNotAllowed(exchange.Path);
        }

        var parts = (exchange.Request.Path.Value ?? "/").Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [] => IndexAsync(exchange),
            ["version"] => Answer.ObjectAsync(exchange, 200, new Payload(_version)),
            ["healthz" or "livez" or "readyz", ..] => _health.ServeAsync(exchange, parts),
            ["metrics"] => Answer.BytesAsync(exchange, 200, MetricsText.MediaType, new Payload(System.Text.Encoding.UTF8.GetBytes(options.Metrics.Write()))),
            [".well-known", "openid-configuration"] when options.Issuer is { } issuer => IssuerAsync(exchange, issuer.Configuration($"https://{exchange.Request.Host.Value}")),
            ["openid", "v1", "jwks"] when options.Issuer is { } issuer => IssuerAsync(exchange, issuer.Keys(), "application/jwk-set+json"),
            ["openapi", ..] => _openApi.ServeAsync(exchange, parts),
            ["api" or "apis", ..] => DiscoveryAsync(exchange, parts),
            _ => Answer.NoSuchPathAsync(exchange),
        };
    }

    private static ValueTask IssuerAsync(Exchange exchange, byte[] document, string type = Answer.Json)
    {
        exchange.Response.Headers.CacheControl = "public, max-age=3600";
        return Answer.BytesAsync(exchange, 200, type, new Payload(document));
    }

    private ValueTask IndexAsync(Exchange exchange)
    {
        var paths = new List<string> { "/api", "/api/v1", "/apis" };
        foreach (var group in ApiGroup.Of(options.Registry.Current).Where(g => g.Name.Length > 0))
        {
            paths.Add($"/apis/{group.Name}");
            foreach (var version in group.Versions)
            {
                paths.Add($"/apis/{group.Name}/{version}");
            }
        }

        paths.AddRange(["/healthz", "/livez", "/metrics", "/openapi/v2", "/openapi/v3", "/readyz", "/version"]);
        if (options.Issuer is not null)
        {
            paths.AddRange(["/.well-known/openid-configuration", IssuerPages.KeysPath]);
        }

        var index = new JsonObject { ["paths"] = new JsonArray([.. paths.Select(p => (JsonNode)p)]) };
        return Answer.ObjectAsync(exchange, 200, new Payload(System.Text.Encoding.UTF8.GetBytes(index.ToJsonString())));
    }

    private ValueTask DiscoveryAsync(Exchange exchange, string[] parts)
    {
        var form = DiscoveryForm(exchange.Request.Headers.Accept.ToString(), parts.Length == 1)
            ?? throw Refusal.NotAcceptable("application/json");
        var host = exchange.Request.Host.Value ?? "";
        return _discovery.Find(options.Registry.Current, parts, form, host) is { } document
            ? Documents.ServeAsync(exchange, document)
            : Answer.NoSuchPathAsync(exchange);
    }

    /// <summary>Only <c>/api</c> and <c>/apis</c> have an aggregated form, and both must answer in the same one.</summary>
    private static DiscoveryForm? DiscoveryForm(string accept, bool aggregated)
    {
        if (accept.Length == 0)
        {
            return Discovery.DiscoveryForm.Plain;
        }

        foreach (var clause in Representation.Clauses(accept).Where(c => c.Matches("application/json")))
        {
            if (clause["as"] is null)
            {
                return Discovery.DiscoveryForm.Plain;
            }

            if (aggregated && clause["as"] == "APIGroupDiscoveryList" && clause["g"] == "apidiscovery.k8s.io")
            {
                switch (clause["v"])
                {
                    case "v2":
                        return Discovery.DiscoveryForm.V2;
                    case "v2beta1":
                        return Discovery.DiscoveryForm.V2Beta1;
                }
            }
        }

        return null;
    }
}
