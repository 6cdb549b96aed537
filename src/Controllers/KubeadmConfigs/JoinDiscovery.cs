using Slipway.Api.Bootstrap.Joining;
using Slipway.Controllers.Kubeadm.Certificates;

namespace Slipway.Controllers.KubeadmConfigs;

/// <summary>How a joining machine finds the control plane and knows that it is the right one.</summary>
internal static class JoinDiscovery
{
    /// <summary>
    /// Discovery by token, where nothing else is wanted: endpoint and certificate hashes are filled in where they are
    /// missing. A token is not made up here.
    /// </summary>
    /// <param name="view">What is.</param>
    public static JoinConfiguration Complete(View view)
    {
        var join = view.Config.Spec.JoinConfiguration ?? new JoinConfiguration();
        if (view.IsControlPlane && join.ControlPlane is null)
        {
            join = join with { ControlPlane = new JoinControlPlane() };
        }

        if (join.Discovery?.File is not null)
        {
            return join;
        }

        var token = join.Discovery?.BootstrapToken ?? new BootstrapTokenDiscovery();
        if (token.CaCertHashes.Count == 0 && token.UnsafeSkipCAVerification != true)
        {
            var hashes = PublicKeyPins.Of(view.Certificates.Authority?.Certificate ?? "");
            token = hashes.Count > 0 ? token with { CaCertHashes = hashes } : token with { UnsafeSkipCAVerification = true };
        }

        if (token.ApiServerEndpoint is not { Length: > 0 } && view.Cluster!.Spec.ControlPlaneEndpoint is { } endpoint)
        {
            token = token with { ApiServerEndpoint = $"{endpoint.Host}:{endpoint.Port}" };
        }

        return join with { Discovery = (join.Discovery ?? new Discovery()) with { BootstrapToken = token } };
    }
}
