namespace Slipway.Runtime.Clients;

/// <summary>How to write.</summary>
public sealed record WriteOptions
{
    /// <summary>Who writes, for managed fields: at most 128 printable characters.</summary>
    public string FieldManager { get; init; } = "";

    /// <summary>Check everything, store nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>What to do about unknown or duplicate fields: <c>Ignore</c>, <c>Warn</c> or <c>Strict</c>.</summary>
    public string FieldValidation { get; init; } = "Ignore";

    /// <summary>Take over fields that other appliers own; for server-side apply only.</summary>
    public bool Force { get; init; }

    /// <summary>The defaults.</summary>
    public static WriteOptions Default { get; } = new();
}
