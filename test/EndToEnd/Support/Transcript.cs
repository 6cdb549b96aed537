using System.Diagnostics;

namespace Slipway.EndToEnd.Support;

/// <summary>The lines a running program has written so far; who waits for a line is told as soon as it comes.</summary>
internal sealed class Transcript
{
    private readonly Lock _guard = new();
    private readonly List<string> _lines = [];
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource<string> Found)> _waiting = [];
    private readonly Task _reading;

    /// <summary>Begins to read both outputs.</summary>
    /// <param name="process">A process whose outputs are redirected.</param>
    public Transcript(Process process) =>
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));

    /// <summary>Everything so far.</summary>
    public string Text => Tail(int.MaxValue);

    /// <summary>The last lines.</summary>
    /// <param name="count">How many at most.</param>
    public string Tail(int count)
    {
        lock (_guard)
        {
            return string.Join('\n', _lines.TakeLast(count));
        }
    }

    /// <summary>Waits until both outputs are closed.</summary>
    public Task EndAsync() => _reading;

    /// <summary>The first line that fits, written before or after this call.</summary>
    /// <param name="wanted">Which line.</param>
    /// <param name="what">What is waited for, for messages.</param>
    /// <param name="limit">How long.</param>
    public async Task<string> LineAsync(Func<string, bool> wanted, string what, TimeSpan limit)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_guard)
        {
            if (_lines.Find(line => wanted(line)) is { } line)
            {
                return line;
            }

            _waiting.Add((wanted, found));
        }

        var first = await Task.WhenAny(found.Task, _reading).WaitAsync(limit, TimeProvider.System, TestContext.Current.CancellationToken)
            .ContinueWith(t => t.IsCompletedSuccessfully ? t.Result : null, TaskScheduler.Default);
        if (first != found.Task && !found.Task.IsCompleted)
        {
            Assert.Fail($"{what}: {(first is null ? $"not within {limit.TotalSeconds} s" : "the program ended before")}. Its output:\n{Tail(60)}");
        }

        return await found.Task;
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            List<TaskCompletionSource<string>> found;
            lock (_guard)
            {
                _lines.Add(line);
                found = [.. _waiting.Where(w => w.Wanted(line)).Select(w => w.Found)];
                _waiting.RemoveAll(w => found.Contains(w.Found));
            }

            found.ForEach(f => f.TrySetResult(line));
        }
    }
}
