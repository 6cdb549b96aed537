using System.Globalization;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Events;

/// <summary>One Event object and how often it happened.</summary>
/// <param name="about">The object told of, as it was at first.</param>
/// <param name="key">What happened.</param>
/// <param name="name">The Event's name.</param>
/// <param name="first">When it happened first.</param>
internal sealed class EventSeries(IKubernetesObject about, EventKey key, string name, DateTimeOffset first)
{
    /// <summary>The kind of events.</summary>
    public static readonly ResourceType Type = new("", "v1", "Event", "events");

    private readonly JsonObject _about = new()
    {
        ["apiVersion"] = about.ApiVersion,
        ["kind"] = about.Kind,
        ["namespace"] = about.Metadata.Namespace,
        ["name"] = about.Metadata.Name,
        ["uid"] = about.Metadata.Uid,
        ["resourceVersion"] = about.Metadata.ResourceVersion,
    };

    /// <summary>What happened.</summary>
    public EventKey Key => key;

    /// <summary>The Event's name.</summary>
    public string Name => name;

    /// <summary>The Event's namespace: the object's, or <c>default</c> for one without.</summary>
    public string Namespace => key.About.Namespace.Length > 0 ? key.About.Namespace : "default";

    /// <summary>How often it happened.</summary>
    public long Count { get; set; }

    /// <summary>When it happened last.</summary>
    public DateTimeOffset Last { get; set; }

    /// <summary>Whether it waits to be written.</summary>
    public bool IsQueued { get; set; }

    /// <summary>Whether the server has it.</summary>
    public bool IsWritten { get; set; }

    /// <summary>A time as events carry it.</summary>
    /// <param name="time">The time.</param>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString(KubernetesTimeConverter.Format, CultureInfo.InvariantCulture);

    /// <summary>The whole Event.</summary>
    /// <param name="component">Who tells.</param>
    /// <param name="count">How often it happened.</param>
    /// <param name="last">When it happened last.</param>
    public JsonObject Write(string component, long count, DateTimeOffset last) => new()
    {
        ["apiVersion"] = Type.ApiVersion,
        ["kind"] = Type.Kind,
        ["metadata"] = new JsonObject { ["namespace"] = Namespace, ["name"] = name },
        ["involvedObject"] = _about.DeepClone(),
        ["type"] = key.Type,
        ["reason"] = key.Reason,
        ["message"] = key.Message.Length > 1024 ? key.Message[..1024] : key.Message,
        ["source"] = new JsonObject { ["component"] = component },
        ["reportingComponent"] = component,
        ["reportingInstance"] = "",
        ["firstTimestamp"] = Time(first),
        ["lastTimestamp"] = Time(last),
        ["count"] = count,
    };
}
