namespace Slipway.Controllers.Workloads;

/// <summary>A workload cluster, or a part of it, does not answer.</summary>
public sealed class WorkloadUnreachableException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What was wanted, at which address, and what was met.</param>
    /// <param name="inner">What led to it.</param>
    public WorkloadUnreachableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
