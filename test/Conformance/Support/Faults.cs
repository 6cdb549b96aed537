using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Slipway.Conformance.Support;

/// <summary>Keeps what a server logs as errors: with a 500 the reason is told.</summary>
public sealed class Faults : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _told = new();

    /// <summary>Everything told so far.</summary>
    public IReadOnlyCollection<string> Told => _told;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider)
    {
        // There is one place for all logs: here.
    }

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        if (IsEnabled(logLevel))
        {
            _told.Enqueue($"{formatter(state, exception)}\n{exception}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }
}
