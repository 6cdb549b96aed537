using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Files;

/// <summary>Where to read the content of a file.</summary>
public sealed record FileSource
{
    /// <summary>A key of a secret.</summary>
    [Required]
    public SecretFileSource Secret { get; init => field = value ?? new(); } = new();
}
