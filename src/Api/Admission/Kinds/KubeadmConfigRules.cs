using Slipway.Api.Admission.Rules;
using Slipway.Api.Bootstrap;

namespace Slipway.Api.Admission.Kinds;

/// <summary>KubeadmConfig.</summary>
internal sealed class KubeadmConfigRules : KindRules<KubeadmConfig>
{
    /// <inheritdoc/>
    protected override void Check(KubeadmConfig value, KubeadmConfig? old, Faults faults) =>
        KubeadmConfigSpecRules.Check(faults, "spec", value.Spec);
}
