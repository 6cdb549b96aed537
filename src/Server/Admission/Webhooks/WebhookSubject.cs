using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Objects;
using Slipway.Server.Resources;
using Slipway.Server.Security;

namespace Slipway.Server.Admission.Webhooks;

/// <summary>A write, as webhooks are asked about it.</summary>
internal sealed record WebhookSubject
{
    /// <summary>Who asks for the write.</summary>
    public required Caller Caller { get; init; }

    /// <summary>What is done.</summary>
    public required AdmissionOperation Operation { get; init; }

    /// <summary>The kind.</summary>
    public required ResourceDefinition Definition { get; init; }

    /// <summary>The version in which the caller speaks of it.</summary>
    public required ResourceVersion Version { get; init; }

    /// <summary>The namespace; empty for cluster scope.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The object's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The subresource; empty for the object itself.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>What the subresource is spoken of in, where that is not the kind itself: a Scale, for example.</summary>
    public ResourceType? OtherKind { get; init; }

    /// <summary>Whether nothing will be stored.</summary>
    public bool DryRun { get; init; }

    /// <summary>The options of the operation, for example a CreateOptions; null where there are none.</summary>
    public JsonObject? Options { get; init; }

    /// <summary>The object as it will be, in any version of its kind; null for a deletion.</summary>
    public JsonObject? Object { get; init; }

    /// <summary>The object as it is, in any version of its kind; null where there is none.</summary>
    public JsonObject? OldObject { get; init; }

    /// <summary>Whether the object counts as one inside a namespace; a Namespace does not.</summary>
    public bool IsNamespaced => Definition.Namespaced && Namespace.Length > 0;

    /// <summary>An object in another version, as a copy.</summary>
    /// <param name="value">The object.</param>
    /// <param name="version">The version.</param>
    public JsonObject In(JsonObject value, ResourceVersion version)
    {
        var copy = (JsonObject)value.DeepClone();
        return OtherKind is null ? Conversion.Convert(copy, Definition, version) : copy;
    }

    /// <summary>The kind, as it is spoken of in a version.</summary>
    /// <param name="version">The version.</param>
    public ResourceType TypeIn(ResourceVersion version) => OtherKind ?? Definition.Type(version);
}
