using System.Globalization;
using System.Text.Json.Serialization;

namespace Slipway.Api.Core.Shared;

/// <summary>A whole number, or a string such as a percentage; which of the two is kept.</summary>
[JsonConverter(typeof(IntOrStringConverter))]
public readonly record struct IntOrString
{
    private readonly long _number;

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public IntOrString(long number) => _number = number;

    /// <summary>A string.</summary>
    /// <param name="text">The string, for example <c>25%</c>.</param>
    public IntOrString(string text) => Text = text ?? throw new ArgumentNullException(nameof(text));

    /// <summary>The string; null where this is a number.</summary>
    public string? Text { get; }

    /// <summary>The number; null where this is a string.</summary>
    public long? Number => Text is null ? _number : null;

    /// <summary>Whether this is a number or a percentage of digits and a percent sign.</summary>
    public bool IsNumberOrPercent => Text is null || Percent is not null;

    private int? Percent =>
        Text is { Length: > 1 } text && text[^1] == '%'
        && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var percent)
            ? percent
            : null;

    /// <summary>A number as it stands.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator IntOrString(int number) => new(number);

    /// <summary>A string as it stands.</summary>
    /// <param name="text">The string.</param>
    public static implicit operator IntOrString(string text) => new(text);

    /// <summary>The number, or the percentage of a total rounded up.</summary>
    /// <param name="total">What 100 % is.</param>
    /// <exception cref="FormatException">The string is not a percentage.</exception>
    public int RoundedUp(int total) => Of(total, 99);

    /// <summary>The number, or the percentage of a total rounded down.</summary>
    /// <param name="total">What 100 % is.</param>
    /// <exception cref="FormatException">The string is not a percentage.</exception>
    public int RoundedDown(int total) => Of(total, 0);

    /// <summary>Prints the number or the string.</summary>
    public override string ToString() => Text ?? _number.ToString(CultureInfo.InvariantCulture);

    private int Of(int total, int rounding)
    {
        if (Text is null)
        {
            return (int)Math.Clamp(_number, int.MinValue, int.MaxValue);
        }

        var percent = Percent ?? throw new FormatException($"A whole number or a percentage such as \"25%\" was wanted, and \"{Text}\" was found.");
        return (int)Math.Clamp((((long)percent * total) + rounding) / 100, int.MinValue, int.MaxValue);
    }
}
