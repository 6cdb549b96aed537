using System.Reflection;

namespace Slipway.Unit.Architecture;

/// <summary>The namespaces of one project form no ring: each can be read after those it uses.</summary>
public sealed class NamespaceRings
{
    public static TheoryData<string> Projects =>
        new("Machinery", "Store", "Api", "Runtime", "Server", "Controllers", "Providers", "App");

    [Theory]
    [MemberData(nameof(Projects))]
    public void There_is_none(string project)
    {
        var assembly = Assembly.Load(project == "App" ? "slipway" : "Slipway." + project);
        var arrows = NamespaceGraph.Of(assembly);
        var ring = NamespaceGraph.FindRing(arrows);
        Assert.True(ring.Count == 0, "A ring of namespaces: " + string.Join(" -> ", ring));
    }

    [Fact]
    public void A_ring_is_found()
    {
        var arrows = new Dictionary<string, SortedSet<string>> { ["A"] = ["B"], ["B"] = ["C"], ["C"] = ["A", "D"], ["D"] = [] };
        Assert.Equal(["A", "B", "C", "A"], NamespaceGraph.FindRing(arrows));
    }
}
