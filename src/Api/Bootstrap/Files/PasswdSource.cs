using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Files;

/// <summary>The passwd source.</summary>
public sealed record PasswdSource
{
    /// <summary>The secret.</summary>
    [Required]
    public SecretPasswdSource Secret { get; init => field = value ?? new(); } = new();
}
