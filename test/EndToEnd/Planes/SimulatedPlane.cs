using Slipway.EndToEnd.Support;

namespace Slipway.EndToEnd.Planes;

/// <summary>A plane that plays containers in memory.</summary>
[CollectionDefinition(Name)]
public sealed class SimulatedPlane : SharedPlane, ICollectionFixture<SimulatedPlane>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "a plane that simulates containers";

    private protected override PlaneOptions Options => new() { Arguments = ["--simulate"] };
}
