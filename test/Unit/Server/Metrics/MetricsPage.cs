using System.Globalization;

namespace Slipway.Unit.Server.Metrics;

/// <summary>Prometheus' text form, read strictly: every sample belongs to a family that was told before, and no family comes twice.</summary>
internal sealed class MetricsPage
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _samples = new(StringComparer.Ordinal);

    public MetricsPage(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                var words = line.Split(' ');
                Assert.True(_types.TryAdd(words[2], words[3]), $"{words[2]} comes twice");
            }
            else if (!line.StartsWith("# HELP ", StringComparison.Ordinal))
            {
                Take(line);
            }
        }
    }

    public IReadOnlyDictionary<string, string> Types => _types;

    public double this[string sample] => _samples.TryGetValue(sample, out var value)
        ? value
        : throw new InvalidOperationException($"There is no {sample} among\n{string.Join('\n', _samples.Keys.Order(StringComparer.Ordinal))}");

    public bool Has(string sample) => _samples.ContainsKey(sample);

    private void Take(string line)
    {
        var end = line.LastIndexOf(' ');
        var (name, number) = (line[..end], line[(end + 1)..]);
        var family = name.Split('{')[0];
        foreach (var suffix in new[] { "_bucket", "_sum", "_count" })
        {
            if (family.EndsWith(suffix, StringComparison.Ordinal) && _types.TryGetValue(family[..^suffix.Length], out var type) && type == "histogram")
            {
                family = family[..^suffix.Length];
                break;
            }
        }

        Assert.True(_types.ContainsKey(family), $"{family} has no type");
        Assert.True(_samples.TryAdd(name, number == "+Inf" ? double.PositiveInfinity : double.Parse(number, CultureInfo.InvariantCulture)), $"{name} comes twice");
    }
}
