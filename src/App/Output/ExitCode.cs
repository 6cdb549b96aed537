namespace Slipway.App.Output;

/// <summary>What the program's exit tells a script.</summary>
internal static class ExitCode
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>It could not be done: a refusal, a missing object, a failed wait.</summary>
    public const int Failed = 1;

    /// <summary>The command line or an input file is wrong; nothing was tried.</summary>
    public const int Usage = 2;

    /// <summary>No management plane answers.</summary>
    public const int Unreachable = 3;

    /// <summary>Ended by Ctrl-C or a time limit before the end was reached.</summary>
    public const int Interrupted = 130;
}
