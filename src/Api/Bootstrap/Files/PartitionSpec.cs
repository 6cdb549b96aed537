using System.Text.Json.Serialization;
using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Files;

/// <summary>The partition spec.</summary>
public sealed record PartitionSpec
{
    /// <summary>The partition type.</summary>
    [Limits(MinLength = 1, MaxLength = 36)]
    [Rule("self.matches('^(Linux|LinuxSwap|LinuxRAID|LVM|Fat32|NTFS|LinuxExtended|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$')", "partitionType must be one of Linux, LinuxSwap, LinuxRAID, LVM, Fat32, NTFS, LinuxExtended or a full GPT partition GUID")]
    public string? PartitionType { get; init; }

    /// <summary>The percentage.</summary>
    [Required]
    [Limits(Minimum = 1, Maximum = 100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Percentage { get; init; }
}
