using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Files;

/// <summary>Where to read a user's password hash.</summary>
public sealed record PasswdSource
{
    /// <summary>A key of a secret.</summary>
    [Required]
    public SecretPasswdSource Secret { get; init => field = value ?? new(); } = new();
}
