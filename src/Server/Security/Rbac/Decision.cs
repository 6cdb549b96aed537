namespace Slipway.Server.Security.Rbac;

/// <summary>Whether somebody may do something.</summary>
/// <param name="Allowed">Whether he may.</param>
/// <param name="Reason">What gives the permission, or what went wrong while it was looked for; may be empty.</param>
internal readonly record struct Decision(bool Allowed, string Reason);
