using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Files;

/// <summary>The secret file source.</summary>
public sealed record SecretFileSource
{
    /// <summary>The key.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>The name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 253)]
    public string Name { get; init => field = value ?? ""; } = "";
}
