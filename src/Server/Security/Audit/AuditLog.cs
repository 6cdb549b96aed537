using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Slipway.Server.Security.Audit;

/// <summary>
/// The audit log: a file of JSON lines, written by one loop from a bounded queue. Where the queue is full, requests wait for
/// it; where the file cannot be written, that is told once and the lines that are lost are counted.
/// </summary>
internal sealed class AuditLog : IAsyncDisposable
{
    private const int Waiting = 1024;

    private readonly Channel<byte[]> _lines = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(Waiting) { SingleReader = true });
    private readonly RotatingFile _file;
    private readonly ILogger _log;
    private readonly Task _loop;
    private long _lost;

    /// <summary>Opens a log.</summary>
    /// <param name="file">The file; disposed with the log.</param>
    /// <param name="log">Where trouble with the file is told.</param>
    public AuditLog(RotatingFile file, ILogger log)
    {
        _file = file;
        _log = log;
        _loop = Task.Run(WriteAsync);
    }

    /// <summary>How many lines could not be written.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>Adds a line.</summary>
    /// <param name="line">The line with its end.</param>
    /// <param name="cancellation">Ends the wait for room.</param>
    public ValueTask AddAsync(byte[] line, CancellationToken cancellation) => _lines.Writer.WriteAsync(line, cancellation);

    /// <summary>Writes what waits and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        await _loop;
        _file.Dispose();
    }

    private async Task WriteAsync()
    {
        var isBroken = false;
        while (await _lines.Reader.WaitToReadAsync(CancellationToken.None))
        {
            try
            {
                while (_lines.Reader.TryRead(out var line))
                {
                    // Counted as lost until it is written, for the write may throw.
                    Interlocked.Increment(ref _lost);
                    _file.Write(line);
                    Interlocked.Decrement(ref _lost);
                }

                _file.Flush();
                isBroken = false;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                if (!isBroken)
                {
                    isBroken = true;
                    AuditTrouble.CannotWrite(_log, e.Message);
                }
            }
        }
    }
}
