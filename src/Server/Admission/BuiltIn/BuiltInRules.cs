using Slipway.Machinery.Admission;
using Slipway.Server.Resources;

namespace Slipway.Server.Admission.BuiltIn;

/// <summary>The rules of built-in kinds.</summary>
internal static class BuiltInRules
{
    private static readonly IReadOnlyList<IKindAdmission> Shared =
    [
        new NamespaceRules(),
        new SecretRules(),
        new ConfigMapRules(),
        new LeaseRules(),
        new RoleRules("Role"),
        new RoleRules("ClusterRole"),
        new BindingRules("RoleBinding"),
        new BindingRules("ClusterRoleBinding"),
        new WorkloadRules("Deployment", counted: true),
        new WorkloadRules("ReplicaSet", counted: true),
        new WorkloadRules("StatefulSet", counted: true),
        new WorkloadRules("DaemonSet", counted: false),
        new PodRules(),
    ];

    /// <summary>All of them, for one server.</summary>
    /// <param name="registry">The server's kinds.</param>
    /// <param name="clock">The server's clock.</param>
    public static IEnumerable<IKindAdmission> All(ResourceRegistry registry, TimeProvider clock) => [.. Shared, new DefinitionRules(registry, clock)];
}
