namespace Slipway.Api.Crds;

/// <summary>Regular expressions that several fields share.</summary>
internal static class Patterns
{
    /// <summary>A Kubernetes quantity such as <c>500m</c> or <c>2Gi</c>.</summary>
    public const string Quantity =
        @"^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$";
}
