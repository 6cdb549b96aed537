namespace Slipway.Server.Objects;

/// <summary>The groups of kinds that are questions: they are posted, answered and never stored.</summary>
internal static class ReviewGroups
{
    /// <summary>Questions about who somebody is.</summary>
    public const string Authentication = "authentication.k8s.io";

    /// <summary>Questions about what somebody may do.</summary>
    public const string Authorization = "authorization.k8s.io";
}
