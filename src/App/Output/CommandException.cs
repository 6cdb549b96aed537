namespace Slipway.App.Output;

/// <summary>A command cannot go on; the message is for the user: what was wanted, what was found, what to do.</summary>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="message">One or more sentences, without a trailing line end.</param>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    /// <summary>The program's exit code.</summary>
    public int ExitCode { get; } = exitCode;
}
