namespace Slipway.Api.Infrastructure.Dev;

/// <summary>A machine in memory and how long its parts take to start.</summary>
public sealed record InMemoryMachineBackendSpec
{
    /// <summary>The machine's API server; for machines of the control plane.</summary>
    public InMemoryComponent? ApiServer { get; init; }

    /// <summary>The machine's etcd member; for machines of the control plane.</summary>
    public InMemoryComponent? Etcd { get; init; }

    /// <summary>The machine's node.</summary>
    public InMemoryComponent? Node { get; init; }

    /// <summary>The machine itself.</summary>
    public InMemoryComponent? Vm { get; init; }
}
