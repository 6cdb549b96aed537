using Slipway.Server.Http.Connections;
using Slipway.Server.Http.Requests;
using Slipway.Server.Security;

namespace Slipway.Server.Http.Access;

/// <summary>Finds out who asks, in whose name, and whether he may.</summary>
/// <param name="rules">Who is let in.</param>
internal sealed class Doorkeeper(AccessRules rules)
{
    private const string Bearer = "Bearer ";

    private readonly Impersonation _impersonation = new(rules.Authorizer);

    /// <summary>Notes who asks and in whose name.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="Runtime.Clients.ApiException">401: the credentials are not good; 403: he may not speak for the other.</exception>
    public async ValueTask IdentifyAsync(Exchange exchange, CancellationToken cancellation)
    {
        var caller = await AuthenticateAsync(exchange, cancellation);
        exchange.Caller = caller;

        // What a handler sees of the request must not have the secret.
        exchange.Request.Headers.Authorization = default;
        if (Impersonation.IsWanted(exchange.Request.Headers))
        {
            exchange.Caller = await _impersonation.ResolveAsync(caller, exchange.Request.Headers, cancellation);
            exchange.Impersonator = caller;
        }
    }

    /// <summary>Lets the request in.</summary>
    /// <param name="exchange">The request, whose caller is known.</param>
    /// <exception cref="Runtime.Clients.ApiException">403: he may not.</exception>
    public async ValueTask AdmitAsync(Exchange exchange)
    {
        var request = Request(exchange);
        var decision = await rules.Authorizer.DecideAsync(exchange.Caller, request, exchange.Cancellation);
        exchange.Decision = decision;
        if (!decision.Allowed)
        {
            throw Refusal.Forbidden(request, exchange.Caller.Name, decision.Reason);
        }
    }

    private static AccessRequest Request(Exchange exchange)
    {
        var path = exchange.Path;
        return path.IsResource
            ? new AccessRequest
            {
                Verb = path.Verb,
                Group = path.Group,
                Version = path.Version,
                Resource = path.Resource,
                Subresource = path.Subresource,
                Name = path.Name,
                Namespace = path.Namespace,
            }
            : new AccessRequest { IsResource = false, Verb = path.Verb, Path = exchange.Request.Path.Value ?? "/" };
    }

    private async ValueTask<Caller> AuthenticateAsync(Exchange exchange, CancellationToken cancellation)
    {
        var connection = exchange.Http.Features.Get<ConnectionCaller>();
        if (connection?.Refused == true)
        {
            throw Refusal.Unauthorized();
        }

        if (connection?.Caller is { } known)
        {
            return known;
        }

        var authorization = exchange.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            // A token that is shown and not good must not pass for nobody's.
            var token = authorization[Bearer.Length..].Trim();
            return rules.Tokens is { } tokens && await tokens.FindAsync(token, tokens.OwnAudiences, cancellation) is { } identity
                ? identity.Caller
                : throw Refusal.Unauthorized();
        }

        return rules.Anonymous ? Caller.Anonymous : throw Refusal.Unauthorized();
    }
}
