namespace Slipway.Conformance;

/// <summary>The list of rows, and the table in docs that tells what was found.</summary>
public sealed class ConformanceTable
{
    [Fact]
    public void Every_test_names_a_row_and_every_row_has_one_id()
    {
        Assert.Empty(RowList.All.GroupBy(r => r.Id).Where(g => g.Count() > 1).Select(g => g.Key));
        var known = RowList.All.Select(r => r.Id).ToHashSet();
        Assert.DoesNotContain(RowTest.All.SelectMany(RowTest.Rows), r => !known.Contains(r.Id));
    }

    [Fact]
    public async Task The_table_in_docs_is_what_this_run_found()
    {
        var outcomes = await Task.WhenAll(RowTest.All.Select(RowTest.RunAsync));
        var before = File.Exists(Table.File) ? await File.ReadAllTextAsync(Table.File, TestContext.Current.CancellationToken) : "";
        var found = Table.Write(outcomes, before);
        if (Environment.GetEnvironmentVariable("SLIPWAY_WRITE_CONFORMANCE") == "1")
        {
            await File.WriteAllTextAsync(Table.File, found, TestContext.Current.CancellationToken);
        }
        else
        {
            Assert.True(found == before, $"{Table.File} does not say what this run found: look at what changed, then renew it with {Table.Renewal}");
        }
    }
}
