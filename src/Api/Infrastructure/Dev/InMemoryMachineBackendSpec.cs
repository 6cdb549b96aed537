namespace Slipway.Api.Infrastructure.Dev;

/// <summary>The in memory machine backend spec.</summary>
public sealed record InMemoryMachineBackendSpec
{
    /// <summary>The api server.</summary>
    public InMemoryComponent? ApiServer { get; init; }

    /// <summary>The etcd.</summary>
    public InMemoryComponent? Etcd { get; init; }

    /// <summary>The node.</summary>
    public InMemoryComponent? Node { get; init; }

    /// <summary>The vm.</summary>
    public InMemoryComponent? Vm { get; init; }
}
