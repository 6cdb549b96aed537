using Slipway.Server.Resources;

namespace Slipway.Server.Discovery;

/// <summary>All subresources of a kind, those that every kind may have among them.</summary>
internal static class ApiSubresources
{
    private static readonly string[] ReadAndWrite = ["get", "patch", "update"];

    private static readonly Subresource Scale = new("scale", "autoscaling", "v1", "Scale", ReadAndWrite);

    /// <summary>The subresources of one version.</summary>
    /// <param name="definition">The kind.</param>
    /// <param name="version">The version.</param>
    public static IEnumerable<Subresource> Of(ResourceDefinition definition, ResourceVersion version)
    {
        if (version.HasStatus)
        {
            yield return new("status", definition.Kind.Group, version.Name, definition.Kind.Kind, ReadAndWrite);
        }

        if (version.Scale is not null)
        {
            yield return Scale;
        }

        foreach (var subresource in definition.Subresources)
        {
            yield return subresource;
        }
    }
}
