namespace Slipway.Server.Security.Tokens;

/// <summary>An object with whose end a token ends.</summary>
/// <param name="Kind">In lower case, as tokens name it: <c>pod</c>, <c>secret</c> or <c>node</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Uid">Its uid.</param>
internal sealed record BoundObject(string Kind, string Name, string Uid)
{
    /// <summary>The key prefix of a kind that tokens can be bound to, or null.</summary>
    /// <param name="kind">In lower case.</param>
    public static string? Prefix(string kind) => kind switch
    {
        "pod" => "/registry/pods/",
        "secret" => "/registry/secrets/",
        "node" => "/registry/nodes/",
        _ => null,
    };
}
