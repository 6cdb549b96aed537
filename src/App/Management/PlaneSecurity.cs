using Slipway.Server;

namespace Slipway.App.Management;

/// <summary>Who may reach a management plane, what is written down of it, and what is kept encrypted.</summary>
internal sealed record PlaneSecurity
{
    /// <summary>Who may reach it besides its administrator.</summary>
    public AccessOptions Access { get; init; } = new();

    /// <summary>How requests are written down; null where they are not.</summary>
    public AuditOptions? Audit { get; init; }

    /// <summary>An <c>EncryptionConfiguration</c> as YAML; null where nothing is kept encrypted.</summary>
    public string? Encryption { get; init; }
}
