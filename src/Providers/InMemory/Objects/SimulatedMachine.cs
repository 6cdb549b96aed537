namespace Slipway.Providers.InMemory.Objects;

/// <summary>What a simulated machine is made of.</summary>
/// <param name="Name">Its name: the infrastructure machine's, and the Node's.</param>
/// <param name="Uid">The infrastructure machine's uid.</param>
/// <param name="ControlPlane">Whether it runs the control plane.</param>
/// <param name="Version">The Kubernetes version, for example <c>v1.36.2</c>.</param>
/// <param name="ProviderId">For example <c>in-memory://name</c>.</param>
internal sealed record SimulatedMachine(string Name, string Uid, bool ControlPlane, string Version, string ProviderId)
{
    /// <summary>Its address: one of 10.0.0.0/8, always the same for the same machine. Nothing answers there.</summary>
    public string Address
    {
        get
        {
            var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Uid));
            return $"10.{hash[0]}.{hash[1]}.{1 + (hash[2] % 254)}";
        }
    }
}
