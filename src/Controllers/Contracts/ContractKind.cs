using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Contracts;

/// <summary>A provider's kind in the version that keeps a contract this program knows.</summary>
/// <param name="Type">How its objects are addressed.</param>
/// <param name="Version">The contract kept: <see cref="V1Beta2"/> or <see cref="V1Beta1"/>.</param>
public sealed record ContractKind(ResourceType Type, string Version)
{
    /// <summary>The newest contract.</summary>
    public const string V1Beta2 = "v1beta2";

    /// <summary>The contract before it, still kept by older providers.</summary>
    public const string V1Beta1 = "v1beta1";

    /// <summary>Whether its objects keep the contract before the newest.</summary>
    public bool IsV1Beta1 => Version == V1Beta1;
}
