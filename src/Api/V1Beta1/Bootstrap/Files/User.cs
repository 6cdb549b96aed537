using Slipway.Api.Bootstrap.Files;
using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Files;

/// <summary>The user.</summary>
internal sealed record User
{
    /// <summary>The gecos.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Gecos { get; init; }

    /// <summary>The groups.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Groups { get; init; }

    /// <summary>The home dir.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? HomeDir { get; init; }

    /// <summary>The inactive.</summary>
    public bool? Inactive { get; init; }

    /// <summary>The lock password.</summary>
    public bool? LockPassword { get; init; }

    /// <summary>The name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The passwd.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Passwd { get; init; }

    /// <summary>The passwd from.</summary>
    public FileSource? PasswdFrom { get; init; }

    /// <summary>The primary group.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? PrimaryGroup { get; init; }

    /// <summary>The shell.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Shell { get; init; }

    /// <summary>The ssh authorized keys.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 2048)]
    public IReadOnlyList<string> SshAuthorizedKeys { get; init => field = value ?? []; } = [];

    /// <summary>The sudo.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Sudo { get; init; }
}
