using Slipway.Server.Security.Tokens;

namespace Slipway.Server;

/// <summary>Who may reach a server besides those with its certificates.</summary>
public sealed record AccessOptions
{
    /// <summary>Whether somebody without credentials may ask after health and version; else everybody must show some.</summary>
    public bool Anonymous { get; init; } = true;

    /// <summary>Tokens that the server's owner hands out by himself.</summary>
    public IReadOnlyList<StaticToken> StaticTokens { get; init => field = value ?? []; } = [];

    /// <summary>The issuer's name in tokens of service accounts, which is also the audience of the server itself.</summary>
    public string TokenIssuer { get; init; } = "https://kubernetes.default.svc.cluster.local";

    /// <summary>The longest life of a token; who asks for more gets this.</summary>
    public TimeSpan LongestToken { get; init; } = TimeSpan.FromDays(365);
}
