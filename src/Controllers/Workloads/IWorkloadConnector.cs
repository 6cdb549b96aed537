namespace Slipway.Controllers.Workloads;

/// <summary>Makes connections to workload clusters.</summary>
public interface IWorkloadConnector
{
    /// <summary>Makes a connection; nothing need be sent yet.</summary>
    /// <param name="kubeconfig">The kubeconfig file, as UTF-8 YAML.</param>
    /// <exception cref="FormatException">The kubeconfig cannot be used; the message says why.</exception>
    IWorkloadConnection Connect(ReadOnlyMemory<byte> kubeconfig);
}
