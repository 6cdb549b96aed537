namespace Slipway.App.Output;

/// <summary>Where a command writes, and whether people look at it live.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Progress, warnings and errors.</param>
/// <param name="Interactive">Whether <paramref name="Out"/> is a terminal that understands cursor moves and colours.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool Interactive)
{
    /// <summary>The process's own streams; not interactive where output is redirected, <c>NO_COLOR</c> is set or <c>TERM</c> is <c>dumb</c>.</summary>
    public static Terminal Console() => new(
        System.Console.Out,
        System.Console.Error,
        !System.Console.IsOutputRedirected
            && Environment.GetEnvironmentVariable("NO_COLOR") is null or ""
            && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb"));
}
