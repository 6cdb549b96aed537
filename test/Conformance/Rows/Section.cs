namespace Slipway.Conformance.Rows;

/// <summary>A class of tests of rows: public methods that return a task and carry a <see cref="RowAttribute"/>.</summary>
/// <typeparam name="T">The class itself.</typeparam>
public abstract class Section<T> : ApiTest
    where T : Section<T>
{
    private static readonly string[] Wanted = (Environment.GetEnvironmentVariable("SLIPWAY_ROWS") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The names of its tests; only those of the rows in <c>SLIPWAY_ROWS</c> (<c>L5,W2</c>) where that is set.</summary>
    public static TheoryData<string> Tests => [.. RowTest.Of(typeof(T)).Where(m => Wanted.Length == 0 || RowTest.Rows(m).Any(r => Wanted.Contains(r.Id))).Select(m => m.Name)];

    /// <summary>Runs a test.</summary>
    /// <param name="test">Its name.</param>
    [Theory]
    [MemberData(nameof(Tests))]
    public async Task Holds(string test) => RowTest.Report(await RowTest.RunAsync(typeof(T).GetMethod(test)!));
}
