namespace Slipway.Runtime.Leases;

/// <summary>Which lease says who leads, and how patient its holders are.</summary>
/// <param name="Namespace">The lease's namespace.</param>
/// <param name="Name">The lease's name.</param>
/// <param name="Identity">This program among those that may lead; unlike any other's.</param>
public sealed record LeaseOptions(string Namespace, string Name, string Identity)
{
    /// <summary>How long others wait after the last renewal that they saw before they take the lease.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the leader tries to renew before it gives up; less than <see cref="Duration"/>.</summary>
    public TimeSpan RenewLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The wait between two looks at the lease.</summary>
    public TimeSpan RetryWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Throws unless the times fit together.</summary>
    /// <exception cref="ArgumentException">They do not.</exception>
    internal void Check()
    {
        if (RetryWait <= TimeSpan.Zero || RetryWait >= RenewLimit || RenewLimit >= Duration)
        {
            throw new ArgumentException(
                $"A lease needs 0 < RetryWait < RenewLimit < Duration, and has {RetryWait}, {RenewLimit}, {Duration}: else two programs could lead at a time.");
        }
    }
}
