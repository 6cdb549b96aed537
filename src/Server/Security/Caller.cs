namespace Slipway.Server.Security;

/// <summary>Who asks.</summary>
/// <param name="Name">The user's name.</param>
/// <param name="Groups">The groups the user belongs to.</param>
public sealed record Caller(string Name, IReadOnlyList<string> Groups)
{
    /// <summary>The group that may do everything.</summary>
    public const string Masters = "system:masters";

    /// <summary>The user's id; empty where the credential names none.</summary>
    public string Uid { get; init; } = "";

    /// <summary>Somebody without credentials.</summary>
    public static Caller Anonymous { get; } = new("system:anonymous", ["system:unauthenticated"]);

    /// <summary>The program itself.</summary>
    public static Caller Self { get; } = new("system:slipway", [Masters, "system:authenticated"]);
}
