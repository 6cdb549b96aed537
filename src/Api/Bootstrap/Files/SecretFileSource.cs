using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Files;

/// <summary>A key of a secret that holds the content of a file.</summary>
public sealed record SecretFileSource
{
    /// <summary>The key.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>The secret, in the same namespace.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 253)]
    public string Name { get; init => field = value ?? ""; } = "";
}
