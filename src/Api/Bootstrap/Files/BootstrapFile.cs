using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Files;

/// <summary>The bootstrap file.</summary>
public sealed record BootstrapFile
{
    /// <summary>The append.</summary>
    public bool? Append { get; init; }

    /// <summary>The content.</summary>
    [Limits(MinLength = 1, MaxLength = 10240)]
    public string? Content { get; init; }

    /// <summary>The content format.</summary>
    [Allowed("Raw", "Template")]
    public string? ContentFormat { get; init; }

    /// <summary>The content from.</summary>
    public FileSource? ContentFrom { get; init; }

    /// <summary>The encoding.</summary>
    [Allowed("base64", "gzip", "gzip+base64")]
    public string? Encoding { get; init; }

    /// <summary>The owner.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Owner { get; init; }

    /// <summary>The path.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 512)]
    public string Path { get; init => field = value ?? ""; } = "";

    /// <summary>The permissions.</summary>
    [Limits(MinLength = 1, MaxLength = 16)]
    public string? Permissions { get; init; }
}
