using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Controllers;

namespace Slipway.Controllers.Contracts;

/// <summary>An object to be made from a template: its name, its owner, and what is added to the template's metadata.</summary>
public sealed record TemplateClone
{

    /// <summary>The name of the object.</summary>
    public required string Name { get; init; }

    /// <summary>The namespace of the object.</summary>
    public required string Namespace { get; init; }

    /// <summary>The name of the cluster it belongs to.</summary>
    public required string ClusterName { get; init; }

    /// <summary>Who owns it; null for nobody.</summary>
    public OwnerReference? Owner { get; init; }

    /// <summary>Labels beside those of the template.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>(0);

    /// <summary>Annotations beside those of the template.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>(0);

    /// <summary>The kind that a template's kind makes: <c>DockerMachineTemplate</c> makes <c>DockerMachine</c>.</summary>
    /// <param name="templateKind">The kind of a template.</param>
    public static string KindOf(string templateKind)
    {
        ArgumentNullException.ThrowIfNull(templateKind);
        return templateKind.EndsWith("Template", StringComparison.Ordinal) ? templateKind[..^"Template".Length] : templateKind;
    }

    /// <summary>Makes the object: <c>spec.template</c> of the template with this metadata.</summary>
    /// <param name="template">The template; it is not changed.</param>
    /// <exception cref="TerminalException">The template has no <c>spec.template</c>.</exception>
    public Unstructured From(Unstructured template)
    {
        ArgumentNullException.ThrowIfNull(template);
        if (template.At("spec", "template") is not JsonObject source)
        {
            throw new TerminalException($"{template.Kind} {template.Metadata.Key} has no spec.template to make a {KindOf(template.Kind)} from.");
        }

        var body = source.DeepClone().AsObject();
        var given = body["metadata"] is JsonObject metadata ? metadata.Deserialize(MetaType)! : new ObjectMeta();
        var group = template.ApiVersion.IndexOf('/', StringComparison.Ordinal) is var at and > 0 ? template.ApiVersion[..at] : "";
        var wanted = new ObjectMeta { Name = Name, Namespace = Namespace, OwnerReferences = Owner is null ? [] : [Owner] }
            .WithLabels(given.Labels)
            .WithLabels(Labels)
            .WithLabel(Api.Core.Labels.ClusterName, ClusterName)
            .WithAnnotations(given.Annotations)
            .WithAnnotations(Annotations)
            .WithAnnotation(Api.Core.Annotations.ClonedFromName, template.Metadata.Name)
            .WithAnnotation(Api.Core.Annotations.ClonedFromGroupKind, new GroupKind(group, template.Kind).ToString());
        body.Remove("status");
        body["apiVersion"] = template.ApiVersion;
        body["kind"] = KindOf(template.Kind);
        body["metadata"] = JsonSerializer.SerializeToNode(wanted, MetaType);
        return new Unstructured(body);
    }

    private static readonly System.Text.Json.Serialization.Metadata.JsonTypeInfo<ObjectMeta> MetaType = KubernetesJson.Of<ObjectMeta>(KubernetesJson.Default);
}
