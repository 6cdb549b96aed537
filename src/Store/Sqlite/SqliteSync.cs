namespace Slipway.Store.Sqlite;

/// <summary>When a commit counts as durable.</summary>
internal enum SqliteSync
{
    /// <summary>When it is on the disk: it survives a power cut.</summary>
    Full,

    /// <summary>When the system has it: it survives the end of the process.</summary>
    Off,
}
