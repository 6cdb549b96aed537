namespace Slipway.Controllers.MachineHealthChecks;

/// <summary>How a Machine is.</summary>
internal enum HealthState
{
    /// <summary>It has a Node and nothing speaks against it.</summary>
    Healthy,

    /// <summary>Too early to say: it has no Node yet, or something has not lasted long enough.</summary>
    Undecided,

    /// <summary>It is to be remediated.</summary>
    Unhealthy,
}
