using Slipway.Api.ControlPlane;
using Slipway.Controllers.Shared;

namespace Slipway.Controllers.KubeadmControlPlanes;

/// <summary>What came of a plan's writes.</summary>
/// <param name="Attempts">Which were refused.</param>
/// <param name="ControlPlane">The KubeadmControlPlane, as it is after them.</param>
internal sealed record Applied(Attempts Attempts, KubeadmControlPlane ControlPlane);
