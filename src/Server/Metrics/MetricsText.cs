using System.Globalization;
using System.Text;

namespace Slipway.Server.Metrics;

/// <summary>Prometheus' text form of numbers, version 0.0.4.</summary>
internal sealed class MetricsText
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new(16 * 1024);
    private bool _hasLabels;

    /// <summary>Begins a family.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type"><c>counter</c>, <c>gauge</c> or <c>histogram</c>.</param>
    /// <param name="help">What it counts.</param>
    public void Family(string name, string type, string help) =>
        _text.Append("# HELP ").Append(name).Append(' ').Append(help).Append("\n# TYPE ").Append(name).Append(' ').Append(type).Append('\n');

    /// <summary>Writes a number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="labels">Its labels; null for none.</param>
    /// <param name="value">The number.</param>
    /// <param name="bound">The label <c>le</c> of a bucket; null for none.</param>
    public void Sample(string name, IMetricLabels? labels, double value, string? bound = null)
    {
        _text.Append(name);
        _hasLabels = false;
        labels?.Write(this);
        if (bound is not null)
        {
            Label("le", bound);
        }

        if (_hasLabels)
        {
            _text.Append('}');
        }

        _text.Append(' ').Append(Number(value)).Append('\n');
    }

    /// <summary>Writes a label of the present number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public MetricsText Label(string name, string value)
    {
        _text.Append(_hasLabels ? ',' : '{').Append(name).Append("=\"");
        _hasLabels = true;
        foreach (var c in value)
        {
            _ = c switch
            {
                '\\' or '"' => _text.Append('\\').Append(c),
                '\n' => _text.Append("\\n"),
                _ => _text.Append(c),
            };
        }

        _text.Append('"');
        return this;
    }

    /// <summary>A number as Prometheus writes it.</summary>
    /// <param name="value">The number.</param>
    public static string Number(double value) => double.IsPositiveInfinity(value) ? "+Inf" : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The whole text.</summary>
    public override string ToString() => _text.ToString();
}
