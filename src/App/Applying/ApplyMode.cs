namespace Slipway.App.Applying;

/// <summary>How far applying goes.</summary>
internal enum ApplyMode
{
    /// <summary>Check, then write.</summary>
    Write,

    /// <summary>Only check.</summary>
    CheckOnly,
}
