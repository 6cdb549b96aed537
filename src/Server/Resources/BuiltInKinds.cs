using Slipway.Machinery.Objects;
using Slipway.Server.Objects;

namespace Slipway.Server.Resources;

/// <summary>
/// The kinds that every server serves: those of the API's own life and those that make up a workload cluster. The table is
/// made once for all servers of the process.
/// </summary>
internal static class BuiltInKinds
{
    private static readonly IReadOnlyList<string> ReadAndChange = ["get", "patch", "update"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ResourceDefinition> All { get; } =
    [
        .. Core(), .. Apps(), .. Rbac(), .. Others(), .. WorkloadKinds.All(), .. ClusterKinds.All(), .. AccessKinds.All(),
    ];

    private static IEnumerable<ResourceDefinition> Core()
    {
        yield return Kind("", "v1", "Namespace", "namespaces", "ns") with
        {
            Namespaced = false,
            Traits = new() { Names = NameRule.Label },
            Versions = [Version("v1") with { HasStatus = true, SelectableFields = [".status.phase"] }],
            Subresources = [new("finalize", "", "v1", "Namespace", ["update"])],
            Verbs = [.. ResourceDefinition.AllVerbs.Where(v => v != "deletecollection")],
        };
        yield return Kind("", "v1", "Secret", "secrets") with
        {
            Versions = [Version("v1") with { SelectableFields = [".type"] }],
        };
        yield return Kind("", "v1", "ConfigMap", "configmaps", "cm");
        yield return Kind("", "v1", "ServiceAccount", "serviceaccounts", "sa") with
        {
            Subresources = [new("token", ReviewGroups.Authentication, "v1", "TokenRequest", ["create"])],
        };
        yield return Kind("", "v1", "Event", "events", "ev") with
        {
            Traits = new() { CreateOnUpdate = true },
            Versions = [Version("v1") with { SelectableFields = EventFields }],
        };
        yield return Kind("", "v1", "Node", "nodes", "no") with
        {
            Namespaced = false,
            Versions = [Version("v1") with { HasStatus = true, SelectableFields = [".spec.unschedulable"] }],
        };
        yield return Pod();
        yield return Kind("", "v1", "Service", "services", "svc") with
        {
            Traits = new() { Names = NameRule.LetterLabel, CreateOnUpdate = true },
            Versions = [Version("v1") with { HasStatus = true }],
            Categories = ["all"],
        };
        yield return Kind("", "v1", "Endpoints", "endpoints", "ep") with { Singular = "endpoints", Traits = new() { CreateOnUpdate = true } };
        yield return Kind("", "v1", "PersistentVolumeClaim", "persistentvolumeclaims", "pvc") with { Versions = [Version("v1") with { HasStatus = true }] };
        yield return Kind("", "v1", "PersistentVolume", "persistentvolumes", "pv") with
        {
            Namespaced = false,
            Versions = [Version("v1") with { HasStatus = true }],
        };
    }

    private static ResourceDefinition Pod() => Kind("", "v1", "Pod", "pods", "po") with
    {
        Traits = new() { CountsGeneration = true },
        Versions =
        [
            Version("v1") with
            {
                HasStatus = true,
                SelectableFields =
                [
                    ".spec.nodeName", ".spec.restartPolicy", ".spec.schedulerName", ".spec.serviceAccountName", ".spec.hostNetwork",
                    ".status.phase", ".status.podIP", ".status.nominatedNodeName",
                ],
            },
        ],
        Subresources =
        [
            new("binding", "", "v1", "Binding", ["create"]),
            new("eviction", "policy", "v1", "Eviction", ["create"]),
            new("portforward", "", "v1", "PodPortForwardOptions", ["create", "get"]),
        ],
        Categories = ["all"],
    };

    private static IEnumerable<ResourceDefinition> Apps()
    {
        yield return Workload("Deployment", "deployments", "deploy", scales: true);
        yield return Workload("ReplicaSet", "replicasets", "rs", scales: true);
        yield return Workload("StatefulSet", "statefulsets", "sts", scales: true);
        yield return Workload("DaemonSet", "daemonsets", "ds", scales: false);
    }

    private static IEnumerable<ResourceDefinition> Rbac()
    {
        const string group = "rbac.authorization.k8s.io";
        var traits = new KindTraits { Names = NameRule.PathSegment, CreateOnUpdate = true };
        yield return Kind(group, "v1", "ClusterRole", "clusterroles") with { Namespaced = false, Traits = traits };
        yield return Kind(group, "v1", "ClusterRoleBinding", "clusterrolebindings") with { Namespaced = false, Traits = traits };
        yield return Kind(group, "v1", "Role", "roles") with { Traits = traits };
        yield return Kind(group, "v1", "RoleBinding", "rolebindings") with { Traits = traits };
    }

    private static IEnumerable<ResourceDefinition> Others()
    {
        yield return Kind("coordination.k8s.io", "v1", "Lease", "leases") with { Traits = new() { CreateOnUpdate = true, UnconditionalUpdate = false } };
        yield return Kind("apiextensions.k8s.io", "v1", "CustomResourceDefinition", "customresourcedefinitions", "crd", "crds") with
        {
            Namespaced = false,
            Traits = new() { CountsGeneration = true, UnconditionalUpdate = false },
            Versions = [Version("v1") with { HasStatus = true }],
            Categories = ["api-extensions"],
        };
        yield return Kind("policy", "v1", "PodDisruptionBudget", "poddisruptionbudgets", "pdb") with
        {
            Traits = new() { CountsGeneration = true, UnconditionalUpdate = false },
            Versions = [Version("v1") with { HasStatus = true }],
        };
        yield return Kind("storage.k8s.io", "v1", "StorageClass", "storageclasses", "sc") with { Namespaced = false };
        yield return Kind("storage.k8s.io", "v1", "VolumeAttachment", "volumeattachments") with
        {
            Namespaced = false,
            Versions = [Version("v1") with { HasStatus = true }],
        };
        yield return Kind("certificates.k8s.io", "v1", "CertificateSigningRequest", "certificatesigningrequests", "csr") with
        {
            Namespaced = false,
            Versions = [Version("v1") with { HasStatus = true, SelectableFields = [".spec.signerName"] }],
            Subresources = [new("approval", "certificates.k8s.io", "v1", "CertificateSigningRequest", ReadAndChange)],
        };
    }

    private static ResourceDefinition Workload(string kind, string plural, string shortName, bool scales) => Kind("apps", "v1", kind, plural, shortName) with
    {
        Traits = new() { CountsGeneration = true },
        Versions =
        [
            Version("v1") with
            {
                HasStatus = true,
                Scale = scales ? new ScalePaths(".spec.replicas", ".status.replicas", LabelSelector: null) : null,
            },
        ],
        Categories = ["all"],
    };

    /// <summary>A namespaced kind with one version and all verbs.</summary>
    /// <param name="group">Its group.</param>
    /// <param name="version">Its version.</param>
    /// <param name="kind">Its name.</param>
    /// <param name="plural">Its name in paths.</param>
    /// <param name="shortNames">Its short names.</param>
    internal static ResourceDefinition Kind(string group, string version, string kind, string plural, params IReadOnlyList<string> shortNames) => new()
    {
        Kind = new GroupKind(group, kind),
        Plural = plural,
        Singular = kind.ToLowerInvariant(),
        ListKind = $"{kind}List",
        ShortNames = shortNames,
        Namespaced = true,
        BuiltIn = true,
        Versions = [Version(version)],
        Traits = new(),
    };

    /// <summary>A version in which objects are stored.</summary>
    /// <param name="name">Its name.</param>
    internal static ResourceVersion Version(string name) => new() { Name = name, Storage = true };

    // Made on demand: All, above, is initialised before what stands below it.
    private static IReadOnlyList<string> EventFields =>
    [
        ".involvedObject.kind", ".involvedObject.namespace", ".involvedObject.name", ".involvedObject.uid",
        ".involvedObject.apiVersion", ".involvedObject.resourceVersion", ".involvedObject.fieldPath",
        ".reason", ".reportingComponent", ".source", ".type",
    ];
}
