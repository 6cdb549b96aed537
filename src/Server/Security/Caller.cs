namespace Slipway.Server.Security;

/// <summary>Who asks.</summary>
/// <param name="Name">The user's name.</param>
/// <param name="Groups">The groups the user belongs to.</param>
public sealed record Caller(string Name, IReadOnlyList<string> Groups)
{
    // Stands first: the callers below are made with it.
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoExtra = new Dictionary<string, IReadOnlyList<string>>(0);

    /// <summary>The group that may do everything.</summary>
    public const string Masters = "system:masters";

    /// <summary>The group of everybody who proved who he is.</summary>
    public const string Authenticated = "system:authenticated";

    /// <summary>The group of those who proved nothing.</summary>
    public const string Unauthenticated = "system:unauthenticated";

    /// <summary>The user's id; empty where the credential names none.</summary>
    public string Uid { get; init; } = "";

    /// <summary>What else the credential tells of the user, by lower-case key.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Extra { get; init; } = NoExtra;

    /// <summary>Somebody without credentials.</summary>
    public static Caller Anonymous { get; } = new("system:anonymous", [Unauthenticated]);

    /// <summary>The program itself.</summary>
    public static Caller Self { get; } = new("system:slipway", [Masters, Authenticated]);

    /// <summary>Whether the user may do everything.</summary>
    public bool IsMaster => Groups.Contains(Masters);
}
