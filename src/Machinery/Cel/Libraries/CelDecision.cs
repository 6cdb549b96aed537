namespace Slipway.Machinery.Cel.Libraries;

/// <summary>What an authorizer says.</summary>
/// <param name="Allowed">Whether it allows.</param>
/// <param name="Reason">Why; may be empty.</param>
/// <param name="Error">What failed while it was asked; empty where nothing did.</param>
public sealed record CelDecision(bool Allowed, string Reason = "", string Error = "");
