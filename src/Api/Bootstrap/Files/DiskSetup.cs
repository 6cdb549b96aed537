using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Files;

/// <summary>Disks to partition and to format before anything else.</summary>
[MinProperties(1)]
public sealed record DiskSetup : IOmitEmpty
{
    /// <summary>The file systems to make.</summary>
    [Limits(MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<FilesystemSetup> Filesystems { get; init => field = value ?? []; } = [];

    /// <summary>The disks to partition.</summary>
    [Limits(MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<Partition> Partitions { get; init => field = value ?? []; } = [];
}
