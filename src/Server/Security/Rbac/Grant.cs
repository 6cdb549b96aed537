namespace Slipway.Server.Security.Rbac;

/// <summary>A binding that is a caller's.</summary>
/// <param name="Binding">The binding.</param>
/// <param name="Subject">The subject through which it is his.</param>
/// <param name="Rules">What it allows; null where its role does not exist.</param>
internal sealed record Grant(Binding Binding, Subject Subject, IReadOnlyList<PolicyRule>? Rules);
