using Slipway.Api.Bootstrap.Files;
using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Files;

/// <summary>A user on the machine.</summary>
internal sealed record User
{
    /// <summary>The user's full name or other note.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Gecos { get; init; }

    /// <summary>Further groups, separated by commas.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Groups { get; init; }

    /// <summary>The home directory.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? HomeDir { get; init; }

    /// <summary>Whether the account is locked.</summary>
    public bool? Inactive { get; init; }

    /// <summary>Whether logging in by password is off.</summary>
    public bool? LockPassword { get; init; }

    /// <summary>The user's name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The password's hash; use passwdFrom for what is secret.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Passwd { get; init; }

    /// <summary>Where to read the password's hash.</summary>
    public FileSource? PasswdFrom { get; init; }

    /// <summary>The first group.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? PrimaryGroup { get; init; }

    /// <summary>The login shell.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Shell { get; init; }

    /// <summary>Public keys with which the user can log in.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 2048)]
    public IReadOnlyList<string> SshAuthorizedKeys { get; init => field = value ?? []; } = [];

    /// <summary>What the user may do as another, as a line of sudoers without the name.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Sudo { get; init; }
}
