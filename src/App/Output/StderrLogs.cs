using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Slipway.App.Output;

/// <summary>Writes logs as lines to standard error: time, level, category, message, keys of the scopes, exception.</summary>
internal sealed class StderrLogs : ILoggerProvider, ISupportExternalScope
{
    private readonly TextWriter _writer;
    private readonly TimeProvider _time;
    private readonly LogLevel _least;
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    private StderrLogs(TextWriter writer, TimeProvider time, LogLevel least)
    {
        _writer = TextWriter.Synchronized(writer);
        _time = time;
        _least = least;
    }

    /// <summary>A factory over such logs.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="time">The clock.</param>
    /// <param name="least">The least level that is written.</param>
    public static ILoggerFactory Factory(TextWriter writer, TimeProvider time, LogLevel least) =>
        new LoggerFactory([new StderrLogs(writer, time, least)], new LoggerFilterOptions { MinLevel = least });

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Log(this, categoryName);

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The writer is the process's own.
    }

    private sealed class Log(StderrLogs owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => owner._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= owner._least && logLevel != LogLevel.None;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            var text = new System.Text.StringBuilder();
            text.Append(owner._time.GetUtcNow().UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture))
                .Append(' ').Append(Level(logLevel)).Append(' ').Append(category).Append('[').Append(eventId.Id).Append("] ")
                .Append(formatter(state, exception));
            owner._scopes.ForEachScope(static (scope, line) => line.Append(" {").Append(scope).Append('}'), text);
            if (exception is not null)
            {
                text.AppendLine().Append(exception);
            }

            owner._writer.WriteLine(text.ToString());
        }

        private static string Level(LogLevel level) => level switch
        {
            LogLevel.Trace => "trace",
            LogLevel.Debug => "debug",
            LogLevel.Information => "info ",
            LogLevel.Warning => "warn ",
            LogLevel.Error => "error",
            _ => "fatal",
        };
    }
}
