using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Files;

/// <summary>The disk setup.</summary>
[MinProperties(1)]
public sealed record DiskSetup : IOmitEmpty
{
    /// <summary>The filesystems.</summary>
    [Limits(MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<FilesystemSetup> Filesystems { get; init => field = value ?? []; } = [];

    /// <summary>The partitions.</summary>
    [Limits(MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<Partition> Partitions { get; init => field = value ?? []; } = [];
}
