using Microsoft.Extensions.Logging;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Workloads;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Events;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.Shared;

/// <summary>What every controller is given.</summary>
public sealed record ControllerContext
{
    /// <summary>A context.</summary>
    /// <param name="client">The client whose writes the informers know of (<see cref="CachingClient"/>).</param>
    /// <param name="informers">The informers over the same server.</param>
    /// <param name="workloads">The workload clusters.</param>
    /// <param name="events">Where events go.</param>
    public ControllerContext(IClient client, InformerCache informers, IWorkloadClusters workloads, EventRecorder events)
    {
        ArgumentNullException.ThrowIfNull(informers);
        Client = client;
        Informers = informers;
        Workloads = workloads;
        Events = events;
        Externals = new ExternalObjects(informers, new ContractCatalog(informers));
        Indexes.Add(informers);
    }

    /// <summary>Reads and writes the management cluster.</summary>
    public IClient Client { get; }

    /// <summary>Snapshots of the management cluster.</summary>
    public InformerCache Informers { get; }

    /// <summary>Reaches into workload clusters.</summary>
    public IWorkloadClusters Workloads { get; }

    /// <summary>Tells people what was done.</summary>
    public EventRecorder Events { get; }

    /// <summary>Providers' objects.</summary>
    public ExternalObjects Externals { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time => Informers.Options.Time;

    /// <summary>Where random choices come from.</summary>
    public RandomSource Random => Informers.Options.Random;

    /// <summary>Where logs go.</summary>
    public ILoggerFactory Logs => Informers.Options.Logs;
}
