namespace Slipway.Server.Security.Rbac;

/// <summary>A role with which every server begins.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">Its namespace; empty for a ClusterRole.</param>
/// <param name="Label">The label by which others take it up; empty for none.</param>
/// <param name="Gathers">The label of the roles that it takes up; empty where it has rules of its own.</param>
/// <param name="Rules">Its rules, those of the roles taken up included.</param>
internal sealed record DefaultRole(string Name, string Namespace, string Label, string Gathers, IReadOnlyList<PolicyRule> Rules);
