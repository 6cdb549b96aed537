namespace Slipway.Benchmarks;

/// <summary>What to measure.</summary>
internal sealed record Settings
{
    /// <summary>How to call this program.</summary>
    public const string Help = """
        Usage: dotnet run -c Release --project test/Benchmarks -- [options]
          --runs N           measure each scenario N times (default 5; clusters-50 and server: at most 3)
          --scenario NAME    only this one: start, cluster-ecdsa, cluster-rsa, clusters-50, server (may be repeated)
          --program FILE     the program to measure (default: src/App/bin/Release, else Debug)
          --baseline         compare with test/Benchmarks/baseline.json; ends with 1 where a median is worse by more than its tolerance
          --write-baseline   write the medians there
        """;

    /// <summary>How often each scenario is measured.</summary>
    public int Runs { get; init; } = 5;

    /// <summary>The scenarios by name; none for all.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];

    /// <summary>The program to measure.</summary>
    public string Program { get; init; } = DefaultProgram();

    /// <summary>Whether to compare with the baseline.</summary>
    public bool Compare { get; init; }

    /// <summary>Whether to write the baseline.</summary>
    public bool Write { get; init; }

    /// <summary>The baseline's file.</summary>
    public static string BaselineFile => Path.Combine(Root, "test", "Benchmarks", "baseline.json");

    private static string Root { get; } = FindRoot();

    /// <summary>Reads the command line; null where it is wrong.</summary>
    /// <param name="arguments">The arguments.</param>
    public static Settings? Read(IReadOnlyList<string> arguments)
    {
        var settings = new Settings();
        for (var at = 0; at < arguments.Count; at++)
        {
            var value = at + 1 < arguments.Count ? arguments[at + 1] : null;
            switch (arguments[at])
            {
                case "--runs" when int.TryParse(value, out var runs) && runs > 0:
                    settings = settings with { Runs = runs };
                    at++;
                    break;
                case "--scenario" when value is not null && Session.Names.Contains(value):
                    settings = settings with { Scenarios = [.. settings.Scenarios, value] };
                    at++;
                    break;
                case "--program" when value is not null:
                    settings = settings with { Program = Path.GetFullPath(value) };
                    at++;
                    break;
                case "--baseline":
                    settings = settings with { Compare = true };
                    break;
                case "--write-baseline":
                    settings = settings with { Write = true };
                    break;
                default:
                    return null;
            }
        }

        return settings;
    }

    private static string DefaultProgram()
    {
        var built = ((string[])["Release", "Debug"]).Select(c => Path.Combine(Root, "src", "App", "bin", c, "net10.0", "slipway")).ToList();
        return built.Find(File.Exists) ?? built[0];
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Slipway.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The benchmarks run from a checkout: no Slipway.slnx above " + AppContext.BaseDirectory);
    }
}
