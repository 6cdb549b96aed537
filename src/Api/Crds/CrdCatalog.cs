namespace Slipway.Api.Crds;

/// <summary>The CustomResourceDefinitions of all kinds here, as the build makes them of the records.</summary>
public static partial class CrdCatalog
{
    /// <summary>All definitions, ordered by name.</summary>
    public static IReadOnlyList<CrdDocument> All => Documents;
}
