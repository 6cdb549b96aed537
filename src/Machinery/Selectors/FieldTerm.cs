using System.Text;

namespace Slipway.Machinery.Selectors;

/// <summary>One comparison of a field selector.</summary>
/// <param name="Field">The field's path, for example <c>metadata.name</c>.</param>
/// <param name="Value">The value compared with, unescaped.</param>
/// <param name="Negated">Whether the field must differ.</param>
public sealed record FieldTerm(string Field, string Value, bool Negated)
{
    /// <summary>Whether a field's value meets the term.</summary>
    /// <param name="value">The value; empty for a field that is not set.</param>
    public bool Matches(string value) => (value == Value) != Negated;

    /// <summary>Prints the term as it is written in a selector, its value escaped.</summary>
    public override string ToString() => $"{Field}{(Negated ? "!=" : "=")}{Escape(Value)}";

    /// <summary>Escapes a value for use in a field selector.</summary>
    /// <param name="value">Any text.</param>
    public static string Escape(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.AsSpan().IndexOfAny('\\', ',', '=') < 0)
        {
            return value;
        }

        var escaped = new StringBuilder(value.Length + 4);
        foreach (var c in value)
        {
            if (c is '\\' or ',' or '=')
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
