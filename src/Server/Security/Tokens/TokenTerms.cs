namespace Slipway.Server.Security.Tokens;

/// <summary>What a token for a service account is to say.</summary>
/// <param name="Namespace">The account's namespace.</param>
/// <param name="Name">The account.</param>
/// <param name="Uid">The account's uid.</param>
/// <param name="Audiences">For whom it is; at least one.</param>
/// <param name="Lifetime">How long it is good.</param>
/// <param name="Bound">The objects with which it ends; the first is the one asked for.</param>
internal sealed record TokenTerms(
    string Namespace, string Name, string Uid, IReadOnlyList<string> Audiences, TimeSpan Lifetime, IReadOnlyList<BoundObject> Bound);
