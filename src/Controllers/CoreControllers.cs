using Slipway.Controllers.Shared;
using Slipway.Runtime.Controllers;

namespace Slipway.Controllers;

/// <summary>The controllers of the core kinds.</summary>
public static class CoreControllers
{
    /// <summary>Adds them to a host.</summary>
    /// <param name="host">The host that runs them.</param>
    /// <param name="context">What every controller is given.</param>
    public static ControllerHost Add(ControllerHost host, ControllerContext context)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(context);
        return host
            .Add(Clusters.Wiring.Build(context))
            .Add(Machines.Wiring.Build(context))
            .Add(MachineSets.Wiring.Build(context))
            .Add(MachineDeployments.Wiring.Build(context))
            .Add(MachineHealthChecks.Wiring.Build(context));
    }
}
