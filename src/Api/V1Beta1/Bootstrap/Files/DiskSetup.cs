using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Files;

/// <summary>The disk setup.</summary>
internal sealed record DiskSetup
{
    /// <summary>The filesystems.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<FilesystemSetup> Filesystems { get; init => field = value ?? []; } = [];

    /// <summary>The partitions.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<Partition> Partitions { get; init => field = value ?? []; } = [];
}
