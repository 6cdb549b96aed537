using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;

namespace Slipway.Server.Resources;

/// <summary>
/// Events under the two groups that have them: <c>events.k8s.io/v1</c> is another way to write the events of the core group,
/// in whose form both are stored.
/// </summary>
internal sealed class EventConverter : IObjectConverter
{
    /// <summary>The group that came later.</summary>
    public const string Group = "events.k8s.io";

    private static readonly (string Core, string Later)[] Names =
    [
        ("involvedObject", "regarding"), ("message", "note"), ("reportingComponent", "reportingController"),
        ("source", "deprecatedSource"), ("firstTimestamp", "deprecatedFirstTimestamp"),
        ("lastTimestamp", "deprecatedLastTimestamp"), ("count", "deprecatedCount"),
    ];

    /// <inheritdoc/>
    public GroupKind Kind { get; } = new(Group, "Event");

    /// <inheritdoc/>
    public JsonObject Convert(JsonObject value, string version)
    {
        ArgumentNullException.ThrowIfNull(value);
        var isCore = (string?)value["apiVersion"] == "v1";
        var converted = new JsonObject { ["apiVersion"] = isCore ? $"{Group}/v1" : "v1" };
        foreach (var (name, member) in value.ToList())
        {
            if (name != "apiVersion")
            {
                value.Remove(name);
                converted[Other(name, isCore)] = member;
            }
        }

        return converted;
    }

    private static string Other(string name, bool isCore)
    {
        foreach (var (core, later) in Names)
        {
            if ((isCore ? core : later) == name)
            {
                return isCore ? later : core;
            }
        }

        return name;
    }
}
