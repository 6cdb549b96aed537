using Slipway.Machinery.Objects;
using static Slipway.Server.Tables.Columns;

namespace Slipway.Server.Tables;

/// <summary>The columns of built-in kinds, as kubectl's users know them.</summary>
internal static class BuiltInTables
{
    private static readonly Dictionary<GroupKind, IReadOnlyList<TableColumn>> Tables = Simple()
        .Concat(WorkloadTables.All)
        .Concat(StorageTables.All)
        .Concat(ClusterTables.All)
        .Concat(JobTables.All)
        .Append(new(new("events.k8s.io", "Event"), EventTable.Columns))
        .Append(new(new("", "Event"), EventTable.Columns))
        .Append(new(new("", "Node"), NodeTable.Columns))
        .Append(new(new("", "Pod"), PodTable.Columns))
        .Append(new(new("", "Service"), ServiceTable.Columns))
        .ToDictionary();

    /// <summary>The columns of a kind, or null where it has only name and age.</summary>
    /// <param name="kind">The kind.</param>
    public static IReadOnlyList<TableColumn>? Find(GroupKind kind) => Tables.GetValueOrDefault(kind);

    private static IEnumerable<KeyValuePair<GroupKind, IReadOnlyList<TableColumn>>> Simple()
    {
        const string rbac = "rbac.authorization.k8s.io";
        yield return new(new("", "Namespace"), [Name, Of("Status", "status", "phase"), Age]);
        yield return new(new("", "Secret"), [Name, Of("Type", "type"), Count("Data", "data"), Age]);
        yield return new(new("", "ConfigMap"), [Name, Count("Data", "data", "binaryData"), Age]);
        yield return new(new("", "ServiceAccount"), [Name, Count("Secrets", "secrets"), Age]);
        yield return new(new("coordination.k8s.io", "Lease"), [Name, Of("Holder", "spec", "holderIdentity"), Age]);
        yield return new(new("apiextensions.k8s.io", "CustomResourceDefinition"), [Name, CreatedAt]);
        yield return new(new(rbac, "Role"), [Name, CreatedAt]);
        yield return new(new(rbac, "ClusterRole"), [Name, CreatedAt]);
        yield return new(new(rbac, "RoleBinding"), Binding());
        yield return new(new(rbac, "ClusterRoleBinding"), Binding());
        yield return new(new("policy", "PodDisruptionBudget"),
        [
            Name, Or("Min Available", "N/A", "spec", "minAvailable"), Or("Max Unavailable", "N/A", "spec", "maxUnavailable"),
            Number("Allowed Disruptions", "status", "disruptionsAllowed"), Age,
        ]);
        yield return new(new("certificates.k8s.io", "CertificateSigningRequest"),
        [
            Name, Age, Of("SignerName", "spec", "signerName"), Of("Requestor", "spec", "username"),
            Made("RequestedDuration", json => At(json, "spec", "expirationSeconds") is null
                ? "<none>"
                : Ages.Show(TimeSpan.FromSeconds(Whole(json, "spec", "expirationSeconds")))),
            Made("Condition", json =>
            {
                var conditions = Joined(List(json, "status", "conditions").Select(c => Text(c, "type")));
                var state = conditions == "<none>" ? "Pending" : conditions;
                return Text(json, "status", "certificate").Length > 0 ? state + ",Issued" : state;
            }),
        ]);
    }

    private static IReadOnlyList<TableColumn> Binding() =>
    [
        Name, Made("Role", json => $"{Text(json, "roleRef", "kind")}/{Text(json, "roleRef", "name")}"), Age,
        Wide(Subjects("Users", "User")), Wide(Subjects("Groups", "Group")), Wide(Subjects("ServiceAccounts", "ServiceAccount")),
    ];

    private static TableColumn Subjects(string name, string kind) => Made(name, json => string.Join(
        ", ",
        List(json, "subjects").Where(s => Text(s, "kind") == kind).Select(
            s => kind == "ServiceAccount" ? $"{Text(s, "namespace")}/{Text(s, "name")}" : Text(s, "name"))));
}
