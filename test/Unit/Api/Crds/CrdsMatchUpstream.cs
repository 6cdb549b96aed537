using System.Text.Json.Nodes;
using Slipway.Api.Crds;

namespace Slipway.Unit.Api.Crds;

/// <summary>The definitions made here against upstream's, where a copy of those is at hand beside the repository.</summary>
public sealed class CrdsMatchUpstream
{
    public static TheoryData<string> Names => new(CrdCatalog.All.Select(c => c.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_fact_is_the_same(string name)
    {
        var folder = Contract();
        Assert.SkipWhen(folder is null, "No copy of upstream's definitions stands beside this repository.");
        var wanted = CrdFacts.Of(JsonNode.Parse(File.ReadAllText(Path.Combine(folder!, name + ".json")))!);
        var found = CrdFacts.Of(JsonNode.Parse(CrdCatalog.All.Single(c => c.Name == name).Utf8)!);
        var differences = wanted.Keys.Union(found.Keys)
            .Where(k => wanted.GetValueOrDefault(k) != found.GetValueOrDefault(k))
            .Select(k => $"{k}: wanted {wanted.GetValueOrDefault(k) ?? "nothing"}, found {found.GetValueOrDefault(k) ?? "nothing"}");
        Assert.Empty(differences);
    }

    private static string? Contract()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "contract", "crds");
            if (Directory.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
