using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Slipway.Conformance.Rows;

/// <summary>
/// The tests of rows. Each runs once in a process, whoever asks first: the class it stands in, or the test of the table,
/// which needs all outcomes.
/// </summary>
internal static class RowTest
{
    private const string SkipPrefix = "$XunitDynamicSkip$";

    private static readonly ConcurrentDictionary<MethodInfo, Lazy<Task<Outcome>>> Runs = new();

    /// <summary>All tests of the assembly, by name.</summary>
    public static IReadOnlyList<MethodInfo> All { get; } =
        [.. typeof(RowTest).Assembly.GetTypes().SelectMany(Of).OrderBy(Name, StringComparer.Ordinal)];

    /// <summary>The tests of a class.</summary>
    /// <param name="section">The class.</param>
    public static IEnumerable<MethodInfo> Of(Type section) =>
        section.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => m.IsDefined(typeof(RowAttribute), inherit: false));

    /// <summary>The rows of a test.</summary>
    /// <param name="test">The test.</param>
    public static IReadOnlyList<RowAttribute> Rows(MethodInfo test) => [.. test.GetCustomAttributes<RowAttribute>()];

    /// <summary>The name of a test in reports.</summary>
    /// <param name="test">The test.</param>
    public static string Name(MethodInfo test) => $"{test.DeclaringType!.Name}.{test.Name}";

    /// <summary>Runs a test, or waits for the run that somebody began.</summary>
    /// <param name="test">The test.</param>
    public static Task<Outcome> RunAsync(MethodInfo test) =>
        Runs.GetOrAdd(test, static m => new Lazy<Task<Outcome>>(() => Task.Run(() => BeginAsync(m)))).Value;

    private static async Task<Outcome> BeginAsync(MethodInfo test)
    {
        var rows = Rows(test);
        var outcome = new Outcome(
            Name(test), [.. rows.Select(r => r.Id)], Fault: null, Skipped: null, rows.Select(r => r.Pending).FirstOrDefault(p => p.Length > 0) ?? "");
        try
        {
            var section = Activator.CreateInstance(test.DeclaringType!)!;
            await (Task)test.Invoke(section, [])!;
            return outcome;
        }
        catch (Exception e)
        {
            var fault = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            return fault.Message.StartsWith(SkipPrefix, StringComparison.Ordinal)
                ? outcome with { Skipped = fault.Message[SkipPrefix.Length..] }
                : outcome with { Fault = fault };
        }
    }

    /// <summary>Tells an outcome in the way of a test: as a failure, a skip, or nothing.</summary>
    /// <param name="outcome">The outcome.</param>
    public static void Report(Outcome outcome)
    {
        if (outcome.Skipped is { } why)
        {
            Assert.Skip(why);
        }

        if (outcome.Pending.Length > 0)
        {
            Assert.True(
                outcome.Fault is not null,
                $"{outcome.Test} passes now: take its Pending (\"{outcome.Pending}\") away, then renew the table with {Table.Renewal}");
            TestContext.Current.TestOutputHelper?.WriteLine($"Not yet: {outcome.Pending}\n{outcome.Fault}");
            return;
        }

        if (outcome.Fault is { } fault)
        {
            ExceptionDispatchInfo.Throw(fault);
        }
    }
}
