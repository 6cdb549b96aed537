using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Slipway.Machinery.Objects;

namespace Slipway.Runtime;

/// <summary>What everything in the runtime is given from outside: the clock, chance, the log, and a few limits.</summary>
public sealed record RuntimeOptions
{
    /// <summary>The clock of every wait.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where jitter comes from.</summary>
    public RandomSource Random { get; init; } = RandomSource.System;

    /// <summary>Where logs go.</summary>
    public ILoggerFactory Logs { get; init; } = NullLoggerFactory.Instance;

    /// <summary>
    /// How long a pass waits for the informers to show what was written before; then they list afresh, which may take
    /// as long once more before the pass fails and is tried again later.
    /// </summary>
    public TimeSpan CatchUpLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The first wait after a failed list or watch; it doubles with each failure in a row.</summary>
    public TimeSpan WatchRetryFirst { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait after a failed list or watch.</summary>
    public TimeSpan WatchRetryLongest { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many objects one page of a list holds.</summary>
    public int ListPage { get; init; } = 500;
}
