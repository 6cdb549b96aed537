namespace Slipway.EndToEnd.Planes;

/// <summary>A plane as it is without options, on a machine without a Docker Engine.</summary>
[CollectionDefinition(Name)]
public sealed class PlainPlane : SharedPlane, ICollectionFixture<PlainPlane>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "a plane without a Docker Engine";
}
