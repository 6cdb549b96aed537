using System.Xml.Linq;

namespace Slipway.Unit.Architecture;

/// <summary>Which project may use which: the table of docs/architecture.md against the project files.</summary>
public sealed class ProjectArrows
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Machinery"] = [],
        ["Store"] = [],
        ["Api"] = ["Machinery"],
        ["Runtime"] = ["Machinery"],
        ["Server"] = ["Machinery", "Store", "Runtime"],
        ["Controllers"] = ["Machinery", "Api", "Runtime"],
        ["Providers"] = ["Machinery", "Api", "Runtime", "Server"],
        ["App"] = ["Machinery", "Runtime", "Server", "Api", "Controllers", "Providers"],
    };

    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["Machinery"] = ["YamlDotNet"],
        ["Store"] = ["Google.Protobuf", "Grpc.Net.Client", "Grpc.Tools", "Microsoft.Data.Sqlite"],
        ["Api"] = [],
        ["Runtime"] = [],
        ["Server"] = [],
        ["Controllers"] = ["Google.Protobuf", "Grpc.Net.Client", "Grpc.Tools"],
        ["Providers"] = ["Google.Protobuf", "Grpc.AspNetCore.Server", "Grpc.Core.Api", "Grpc.Tools"],
        ["App"] = ["Spectre.Console", "System.CommandLine"],
    };

    public static TheoryData<string> Projects => new(Allowed.Keys);

    [Fact]
    public void Every_project_has_a_row() =>
        Assert.Equal(Allowed.Keys.Order(), Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).Order());

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_uses_only_its_row(string project)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        var references = file.Descendants("ProjectReference")
            .Where(r => r.Attribute("OutputItemType") is null)
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.Empty(references.Except(Allowed[project]));

        var packages = file.Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value);
        Assert.Empty(packages.Except(Packages[project]));
    }

    [Fact]
    public void Versions_are_central() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories),
            file => XDocument.Load(file).Descendants("PackageReference").Any(r => r.Attribute("Version") is not null));
}
