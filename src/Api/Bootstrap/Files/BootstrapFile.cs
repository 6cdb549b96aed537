using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Files;

/// <summary>One file on the machine.</summary>
public sealed record BootstrapFile
{
    /// <summary>Whether the content is added to the file where it exists.</summary>
    public bool? Append { get; init; }

    /// <summary>The content itself; use contentFrom for what is secret.</summary>
    [Limits(MinLength = 1, MaxLength = 10240)]
    public string? Content { get; init; }

    /// <summary>Whether the content is written as it is (Raw) or is a template to be filled in (Template).</summary>
    [Allowed("Raw", "Template")]
    public string? ContentFormat { get; init; }

    /// <summary>Where to read the content.</summary>
    public FileSource? ContentFrom { get; init; }

    /// <summary>How the content is encoded; absent where it is plain text.</summary>
    [Allowed("base64", "gzip", "gzip+base64")]
    public string? Encoding { get; init; }

    /// <summary>Whose file it is, as in "root:root".</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Owner { get; init; }

    /// <summary>The full path on the machine; each path can be written once.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 512)]
    public string Path { get; init => field = value ?? ""; } = "";

    /// <summary>The mode, as in "0640".</summary>
    [Limits(MinLength = 1, MaxLength = 16)]
    public string? Permissions { get; init; }
}
