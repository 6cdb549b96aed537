using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Files;

/// <summary>Disks to partition and to format before anything else.</summary>
internal sealed record DiskSetup
{
    /// <summary>The file systems to make.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<FilesystemSetup> Filesystems { get; init => field = value ?? []; } = [];

    /// <summary>The disks to partition.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<Partition> Partitions { get; init => field = value ?? []; } = [];
}
