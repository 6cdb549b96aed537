using Slipway.Api.Crds;

namespace Slipway.Api.Core.MachineHealthChecks;

/// <summary>Names the template of objects that ask somebody else to repair a machine.</summary>
public sealed record RemediationTemplateReference
{
    /// <summary>The template's group and version.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 317, Pattern = @"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/[a-z]([-a-z0-9]*[a-z0-9])?$")]
    public string ApiVersion { get; init => field = value ?? ""; } = "";

    /// <summary>The template's kind.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63, Pattern = "^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$")]
    public string Kind { get; init => field = value ?? ""; } = "";

    /// <summary>The template's name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 253, Pattern = @"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    public string Name { get; init => field = value ?? ""; } = "";
}
