using Slipway.Api.Crds;

namespace Slipway.Api.Core.Shared;

/// <summary>One address of a machine.</summary>
public sealed record MachineAddress
{
    /// <summary>The address.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Address { get; init => field = value ?? ""; } = "";

    /// <summary>What kind of address it is.</summary>
    [Required]
    [Allowed("Hostname", "ExternalIP", "InternalIP", "ExternalDNS", "InternalDNS")]
    public string Type { get; init => field = value ?? ""; } = "";
}
