namespace Slipway.Api.Admission;

/// <summary>Which features are switched on.</summary>
public sealed record AdmissionGates
{
    /// <summary>Clusters may have a topology of a ClusterClass.</summary>
    public bool ClusterTopology { get; init; }
}
