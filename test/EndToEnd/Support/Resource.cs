namespace Slipway.EndToEnd.Support;

/// <summary>Paths of the kinds that the tests look at, as in <c>/apis/GROUP/VERSION/namespaces/NAMESPACE/PLURAL</c>.</summary>
/// <param name="Prefix">Group and version.</param>
/// <param name="Plural">The kind's plural.</param>
internal sealed record Resource(string Prefix, string Plural)
{
    public static readonly Resource Clusters = Core("clusters");
    public static readonly Resource Machines = Core("machines");
    public static readonly Resource MachineSets = Core("machinesets");
    public static readonly Resource MachineDeployments = Core("machinedeployments");
    public static readonly Resource MachineHealthChecks = Core("machinehealthchecks");
    public static readonly Resource KubeadmControlPlanes = new("/apis/controlplane.cluster.x-k8s.io/v1beta2", "kubeadmcontrolplanes");
    public static readonly Resource KubeadmConfigs = new("/apis/bootstrap.cluster.x-k8s.io/v1beta2", "kubeadmconfigs");
    public static readonly Resource KubeadmConfigTemplates = new("/apis/bootstrap.cluster.x-k8s.io/v1beta2", "kubeadmconfigtemplates");
    public static readonly Resource DockerClusters = Infrastructure("dockerclusters");
    public static readonly Resource DockerMachines = Infrastructure("dockermachines");
    public static readonly Resource DockerMachineTemplates = Infrastructure("dockermachinetemplates");
    public static readonly Resource DevClusters = Infrastructure("devclusters");
    public static readonly Resource DevMachines = Infrastructure("devmachines");
    public static readonly Resource DevMachineTemplates = Infrastructure("devmachinetemplates");
    public static readonly Resource ConfigMaps = new("/api/v1", "configmaps");
    public static readonly Resource Secrets = new("/api/v1", "secrets");
    public static readonly Resource Pods = new("/api/v1", "pods");

    /// <summary>Every kind of this program, to look whether something was left behind.</summary>
    public static readonly IReadOnlyList<Resource> All =
    [
        Clusters, Machines, MachineSets, MachineDeployments, MachineHealthChecks, KubeadmControlPlanes, KubeadmConfigs,
        KubeadmConfigTemplates, DockerClusters, DockerMachines, DockerMachineTemplates, DevClusters, DevMachines, DevMachineTemplates,
    ];

    /// <summary>All objects of a namespace.</summary>
    /// <param name="namespace">The namespace.</param>
    public string In(string @namespace = "default") => $"{Prefix}/namespaces/{@namespace}/{Plural}";

    /// <summary>One object.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="namespace">Its namespace.</param>
    public string Of(string name, string @namespace = "default") => $"{In(@namespace)}/{name}";

    /// <summary>The objects of a namespace that have labels.</summary>
    /// <param name="selector">A label selector.</param>
    /// <param name="namespace">The namespace.</param>
    public string Labelled(string selector, string @namespace = "default") => $"{In(@namespace)}?labelSelector={Uri.EscapeDataString(selector)}";

    private static Resource Core(string plural) => new("/apis/cluster.x-k8s.io/v1beta2", plural);

    private static Resource Infrastructure(string plural) => new("/apis/infrastructure.cluster.x-k8s.io/v1beta2", plural);
}
