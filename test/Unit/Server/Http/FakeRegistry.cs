using Slipway.Server.Resources;

namespace Slipway.Unit.Server.Http;

/// <summary>A handful of kinds.</summary>
internal sealed class FakeRegistry : IResourceRegistry
{
    public static ResourceDefinition Namespaces { get; } = new()
    {
        Kind = new("", "Namespace"),
        Plural = "namespaces",
        Singular = "namespace",
        ListKind = "NamespaceList",
        ShortNames = ["ns"],
        Namespaced = false,
        BuiltIn = true,
        Versions = [new() { Name = "v1", Storage = true, HasStatus = true }],
        Subresources = [new("finalize", "", "v1", "Namespace", ["update"])],
    };

    public static ResourceDefinition ConfigMaps { get; } = new()
    {
        Kind = new("", "ConfigMap"),
        Plural = "configmaps",
        Singular = "configmap",
        ListKind = "ConfigMapList",
        ShortNames = ["cm"],
        Namespaced = true,
        BuiltIn = true,
        Versions = [new() { Name = "v1", Storage = true }],
    };

    public static ResourceDefinition Pods { get; } = new()
    {
        Kind = new("", "Pod"),
        Plural = "pods",
        Singular = "pod",
        ListKind = "PodList",
        ShortNames = ["po"],
        Categories = ["all"],
        Namespaced = true,
        BuiltIn = true,
        Versions = [new() { Name = "v1", Storage = true, HasStatus = true }],
        Subresources = [new("portforward", "", "v1", "PodPortForwardOptions", ["create", "get"])],
    };

    public static ResourceDefinition Widgets { get; } = new()
    {
        Kind = new("demo.example.io", "Widget"),
        Plural = "widgets",
        Singular = "widget",
        ListKind = "WidgetList",
        ShortNames = ["wd"],
        Categories = ["demo"],
        Namespaced = true,
        BuiltIn = false,
        Versions =
        [
            new() { Name = "v1alpha1", DeprecationWarning = "demo.example.io/v1alpha1 Widget is deprecated" },
            new()
            {
                Name = "v1",
                Storage = true,
                HasStatus = true,
                Scale = new(".spec.replicas", ".status.replicas", ".status.selector"),
                Columns =
                [
                    new("Replicas", "integer", ".spec.replicas", Description: "How many"),
                    new("Age", "date", ".metadata.creationTimestamp"),
                    new("Note", "string", ".spec.note", Priority: 1),
                ],
            },
        ],
    };

    public ResourceSet Current { get; set; } = new(1, [Namespaces, ConfigMaps, Pods, Widgets]);
}
