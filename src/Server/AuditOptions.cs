using Slipway.Server.Security.Audit;

namespace Slipway.Server;

/// <summary>How requests are written down.</summary>
/// <param name="Path">The file; full ones stay beside it.</param>
public sealed record AuditOptions(string Path)
{
    /// <summary>What is written: a <c>Policy</c> of <c>audit.k8s.io/v1</c> as YAML.</summary>
    public string Policy { get; init; } = AuditPolicy.Usual;

    /// <summary>How large the file may get, in bytes, before it begins anew.</summary>
    public long LargestFile { get; init; } = 100L * 1024 * 1024;

    /// <summary>How many full files stay.</summary>
    public int FilesKept { get; init; } = 10;
}
