namespace Slipway.EndToEnd.Support;

/// <summary>The checkout that the tests were built from, the program built with them, and what may lie beside it.</summary>
internal static class Checkout
{
    /// <summary>The folder that holds Slipway.slnx.</summary>
    public static string Root { get; } =
        Above(AppContext.BaseDirectory).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "Slipway.slnx")))
        ?? throw new InvalidOperationException("The tests run from a checkout: no Slipway.slnx above " + AppContext.BaseDirectory);

    /// <summary>
    /// The program under test: <c>SLIPWAY_PROGRAM</c>, or the one that was built in the same configuration as the tests.
    /// </summary>
    public static string Program { get; } = Environment.GetEnvironmentVariable("SLIPWAY_PROGRAM") is { Length: > 0 } given
        ? given
        : Path.Combine(Root, "src", "App", "bin", Configuration, "net10.0", OperatingSystem.IsWindows() ? "slipway.exe" : "slipway");

    // .../bin/<Configuration>/net10.0/
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>A file below a <c>shared</c> folder beside the checkout or further up; the test is skipped where there is none.</summary>
    /// <param name="relative">The file's path below <c>shared</c>.</param>
    public static string Shared(string relative)
    {
        var found = Above(Root).Select(folder => Path.Combine(folder, "shared", relative)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, $"There is no shared/{relative} beside the checkout.");
        return found!;
    }

    /// <summary>A program on the PATH; the test is skipped where there is none.</summary>
    /// <param name="name">The program's name.</param>
    public static string OnPath(string name)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => (string[])[Path.Combine(folder, name), Path.Combine(folder, name + ".exe")])
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, $"There is no {name} on the PATH.");
        return found!;
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
