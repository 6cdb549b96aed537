namespace Slipway.Runtime.Clients;

/// <summary>How to delete.</summary>
public sealed record DeleteOptions
{
    /// <summary><c>Background</c>, <c>Foreground</c> or <c>Orphan</c>; null for the kind's default.</summary>
    public string? PropagationPolicy { get; init; }

    /// <summary>The object must have this uid.</summary>
    public string? Uid { get; init; }

    /// <summary>The object must have this resource version.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>Check everything, delete nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Seconds the object is given to end; null for the kind's default.</summary>
    public long? GracePeriodSeconds { get; init; }

    /// <summary>The defaults.</summary>
    public static DeleteOptions Default { get; } = new();
}
