using System.Text;

namespace Slipway.Controllers.Shared;

/// <summary>Texts with places to fill in: <c>{{ .cluster.name }}-{{ .random }}</c>.</summary>
internal static class NameTemplate
{
    /// <summary>Fills in the places.</summary>
    /// <param name="template">The text.</param>
    /// <param name="value">The value of a variable such as <c>.random</c>; null where it is not known.</param>
    /// <exception cref="FormatException">A place is not closed, or names what is not known.</exception>
    public static string Fill(string template, Func<string, string?> value)
    {
        var text = new StringBuilder();
        var at = 0;
        while (template.IndexOf("{{", at, StringComparison.Ordinal) is var open and >= 0)
        {
            var close = template.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                throw new FormatException($"The name template \"{template}\" opens {{{{ and does not close it.");
            }

            var variable = template[(open + 2)..close].Trim('-').Trim();
            text.Append(template, at, open - at).Append(value(variable)
                ?? throw new FormatException($"The name template \"{template}\" names {variable}, which is not known."));
            at = close + 2;
        }

        return text.Append(template, at, template.Length - at).ToString();
    }
}
