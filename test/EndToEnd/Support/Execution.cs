using System.Diagnostics;

namespace Slipway.EndToEnd.Support;

/// <summary>A program to start: file, arguments, environment.</summary>
/// <param name="File">The program.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record Execution(string File, IReadOnlyList<string> Arguments)
{
    /// <summary>How long a command may take on a busy machine.</summary>
    public static readonly TimeSpan CommandLimit = TimeSpan.FromSeconds(60);

    /// <summary>Variables to set, or to remove where the value is null.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>What it reads; empty for nothing.</summary>
    public string Input { get; init; } = "";

    /// <summary>How long it may take.</summary>
    public TimeSpan Limit { get; init; } = CommandLimit;

    /// <summary>The command line, for messages.</summary>
    public string Text => string.Join(' ', Arguments.Prepend(Path.GetFileName(File)));

    /// <summary>Starts it with all streams redirected.</summary>
    public Process Start()
    {
        var start = new ProcessStartInfo(File, Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{File} did not start.");
    }

    /// <summary>Runs it to its end; one that takes longer than <see cref="Limit"/> is killed and fails the test.</summary>
    public async Task<Finished> ToEndAsync()
    {
        using var process = Start();
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.StandardInput.WriteAsync(Input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(both.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            process.Kill();
            Assert.Fail($"`{Text}` did not end within {Limit.TotalSeconds} s.\n{await output}\n{await error}");
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        return new Finished(Text, process.ExitCode, await output, await error);
    }
}
