using System.Text.RegularExpressions;

namespace Slipway.Unit.Architecture;

/// <summary>What the pages for people point to is there.</summary>
public sealed partial class DocumentPaths
{
    public static TheoryData<string> Pages => ["README.md", "CONTRIBUTING.md", "docs/walkthrough.md", "docs/architecture.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_to_a_file(string page)
    {
        var file = Path.Combine(Repository.Root, page);
        var missing = Link().Matches(File.ReadAllText(file))
            .Select(m => m.Groups["path"].Value)
            .Where(path => !path.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, path)));
        Assert.Empty(missing);
    }

    [Fact]
    public void The_readme_is_short() => Assert.InRange(File.ReadLines(Path.Combine(Repository.Root, "README.md")).Count(), 1, 80);

    [GeneratedRegex(@"\]\((?<path>[^)#]+)[^)]*\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
