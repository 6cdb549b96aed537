using Slipway.Api.Crds;

namespace Slipway.Api.Core.Shared;

/// <summary>The machine address.</summary>
public sealed record MachineAddress
{
    /// <summary>The address.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Address { get; init => field = value ?? ""; } = "";

    /// <summary>The type.</summary>
    [Required]
    [Allowed("Hostname", "ExternalIP", "InternalIP", "ExternalDNS", "InternalDNS")]
    public string Type { get; init => field = value ?? ""; } = "";
}
