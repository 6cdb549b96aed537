namespace Slipway.Controllers.Workloads;

/// <summary>How patiently workload clusters are reached for.</summary>
internal static class WorkloadTimes
{
    /// <summary>Between two probes of a connected cluster.</summary>
    public static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(10);

    /// <summary>How long a probe, or an attempt to connect, may take.</summary>
    public static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(5);

    /// <summary>How many probes must fail in a row before the connection is given up.</summary>
    public const int ProbesUntilLost = 5;

    /// <summary>The longest wait between two attempts to connect.</summary>
    public static readonly TimeSpan RetryLongest = TimeSpan.FromSeconds(30);

    /// <summary>The wait after the first failed attempt; it doubles with each further one.</summary>
    public static readonly TimeSpan RetryFirst = TimeSpan.FromMilliseconds(250);

    /// <summary>The wait after a number of failed attempts.</summary>
    /// <param name="failures">At least one.</param>
    public static TimeSpan RetryAfter(int failures) =>
        failures > 8 ? RetryLongest : TimeSpan.FromTicks(Math.Min(RetryFirst.Ticks << (failures - 1), RetryLongest.Ticks));
}
