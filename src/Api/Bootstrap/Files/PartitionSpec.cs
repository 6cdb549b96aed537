using System.Text.Json.Serialization;
using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Files;

/// <summary>One partition of a disk.</summary>
public sealed record PartitionSpec
{
    /// <summary>What it is for, as a name such as Linux or LVM, or as a GUID; Linux where absent.</summary>
    [Limits(MinLength = 1, MaxLength = 36)]
    [Rule("self.matches('^(Linux|LinuxSwap|LinuxRAID|LVM|Fat32|NTFS|LinuxExtended|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$')", "partitionType must be one of Linux, LinuxSwap, LinuxRAID, LVM, Fat32, NTFS, LinuxExtended or a full GPT partition GUID")]
    public string? PartitionType { get; init; }

    /// <summary>Its share of the disk, in percent.</summary>
    [Required]
    [Limits(Minimum = 1, Maximum = 100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Percentage { get; init; }
}
