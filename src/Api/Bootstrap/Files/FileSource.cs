using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Files;

/// <summary>The file source.</summary>
public sealed record FileSource
{
    /// <summary>The secret.</summary>
    [Required]
    public SecretFileSource Secret { get; init => field = value ?? new(); } = new();
}
