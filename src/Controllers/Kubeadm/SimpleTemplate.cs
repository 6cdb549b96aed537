using System.Text;

namespace Slipway.Controllers.Kubeadm;

/// <summary>
/// The part of Go's text templates that names and files of Machines need: <c>{{ .some.field }}</c>, comments, and the
/// hyphens that eat the space around them. Everything else is refused by name.
/// </summary>
internal static class SimpleTemplate
{
    private const string Open = "{{";
    private const string Close = "}}";

    /// <summary>Fills in a template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="values">Values by their path, for example <c>.cluster.name</c>.</param>
    /// <exception cref="FormatException">The template uses something else; the message says what.</exception>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder(template.Length);
        var at = 0;
        while (template.IndexOf(Open, at, StringComparison.Ordinal) is var start and >= 0)
        {
            var end = template.IndexOf(Close, start, StringComparison.Ordinal);
            if (end < 0)
            {
                throw new FormatException($"The template opens {Open} at character {start + 1} and never closes it.");
            }

            text.Append(template, at, start - at);
            var action = template[(start + Open.Length)..end];
            at = end + Close.Length;
            if (action.StartsWith("- ", StringComparison.Ordinal))
            {
                TrimEnd(text);
                action = action[1..];
            }

            if (action.EndsWith(" -", StringComparison.Ordinal))
            {
                at = SkipSpace(template, at);
                action = action[..^1];
            }

            text.Append(Value(action.Trim(), values));
        }

        return text.Append(template, at, template.Length - at).ToString();
    }

    private static string Value(string action, IReadOnlyDictionary<string, string> values)
    {
        if (action.StartsWith("/*", StringComparison.Ordinal) && action.EndsWith("*/", StringComparison.Ordinal))
        {
            return "";
        }

        return values.TryGetValue(action, out var value)
            ? value
            : throw new FormatException($"The template uses \"{action}\"; it may use {string.Join(", ", values.Keys.Order(StringComparer.Ordinal))}.");
    }

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && char.IsWhiteSpace(text[^1]))
        {
            text.Length--;
        }
    }

    private static int SkipSpace(string template, int at)
    {
        while (at < template.Length && char.IsWhiteSpace(template[at]))
        {
            at++;
        }

        return at;
    }
}
