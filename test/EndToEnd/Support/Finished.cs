namespace Slipway.EndToEnd.Support;

/// <summary>What a program left when it ended.</summary>
/// <param name="Command">The command line, for messages.</param>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Finished(string Command, int ExitCode, string Out, string Error)
{
    /// <summary>Both outputs.</summary>
    public string All => Out + Error;

    /// <summary>Standard output; the test fails unless the program ended with 0.</summary>
    public string Succeeded() => Ended(0).Out;

    /// <summary>This; the test fails unless the program ended with the code.</summary>
    /// <param name="exitCode">The code expected.</param>
    public Finished Ended(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"Expected exit code {exitCode} of {this}");
        return this;
    }

    /// <summary>This; the test fails if the program ended with 0.</summary>
    public Finished Refused()
    {
        Assert.True(ExitCode != 0, $"Expected a refusal of {this}");
        return this;
    }

    /// <summary>This; the test fails unless each fragment is in its output, whatever the case.</summary>
    /// <param name="fragments">What the output must tell.</param>
    public Finished Says(params IEnumerable<string> fragments)
    {
        foreach (var fragment in fragments)
        {
            Assert.True(All.Contains(fragment, StringComparison.OrdinalIgnoreCase), $"Expected \"{fragment}\" from {this}");
        }

        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => $"`{Command}`, which ended with {ExitCode}\n--- its output\n{Out}\n--- its errors\n{Error}";
}
