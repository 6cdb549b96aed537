namespace Slipway.Providers.Dev;

/// <summary>Makes and removes what infrastructure objects wish for. Every call may be repeated at any time.</summary>
internal interface IBackend
{
    /// <summary>Makes what a cluster shares: its endpoint and what it takes to reach it.</summary>
    /// <param name="job">The cluster.</param>
    /// <param name="cancellation">Ends the call.</param>
    ValueTask<ClusterOutcome> EnsureAsync(ClusterJob job, CancellationToken cancellation);

    /// <summary>Removes what a cluster shares.</summary>
    /// <param name="job">The cluster.</param>
    /// <param name="cancellation">Ends the call.</param>
    ValueTask RemoveAsync(ClusterJob job, CancellationToken cancellation);

    /// <summary>Makes a machine and brings it up.</summary>
    /// <param name="job">The machine.</param>
    /// <param name="cancellation">Ends the call.</param>
    ValueTask<MachineOutcome> EnsureAsync(MachineJob job, CancellationToken cancellation);

    /// <summary>Removes a machine and all it runs.</summary>
    /// <param name="job">The machine; its owner may be gone.</param>
    /// <param name="cancellation">Ends the call.</param>
    ValueTask RemoveAsync(MachineJob job, CancellationToken cancellation);
}
