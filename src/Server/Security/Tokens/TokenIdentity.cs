namespace Slipway.Server.Security.Tokens;

/// <summary>Whom a token stands for.</summary>
/// <param name="Caller">The user.</param>
/// <param name="Audiences">For whom the token is; empty where it does not say, so that it is for the server alone.</param>
internal sealed record TokenIdentity(Caller Caller, IReadOnlyList<string> Audiences);
