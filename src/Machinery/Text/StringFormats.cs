using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Slipway.Machinery.Text;

/// <summary>The string formats that schemas may ask for; unknown ones allow everything.</summary>
internal static class StringFormats
{
    /// <summary>Whether a text is of a format.</summary>
    public static bool Fits(string format, string text) => format switch
    {
        "date-time" or "datetime" => IsDateTime(text),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "duration" => GoDuration.TryParse(text, out _) || IsWordyDuration(text),
        "ipv4" => IPAddress.TryParse(text, out var v4) && v4.AddressFamily == AddressFamily.InterNetwork && text.Count('.') == 3,
        "ipv6" => IPAddress.TryParse(text, out var v6) && v6.AddressFamily == AddressFamily.InterNetworkV6 && !text.Contains('%', StringComparison.Ordinal) && text[0] != '[',
        "cidr" => IsCidr(text),
        "mac" => Matches("^([0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5,7}|[0-9A-Fa-f]{2}(-[0-9A-Fa-f]{2}){5,7}|[0-9A-Fa-f]{4}([.][0-9A-Fa-f]{4}){2,3})$", text),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _) && !text.StartsWith('/'),
        "uuid" => Matches("^(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$", text),
        "uuid3" => Matches("^(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?3[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}$", text),
        "uuid4" => Matches("^(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$", text),
        "uuid5" => Matches("^(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?5[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$", text),
        "hostname" => text.Length <= 255 && Matches("^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?([.][A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*[.]?$", text),
        "email" => Matches("^[^@\\s<>]+@[^@\\s<>]+$", text),
        "byte" => IsBase64(text),
        "bsonobjectid" => Matches("^[0-9a-fA-F]{24}$", text),
        "hexcolor" => Matches("^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$", text),
        "rgbcolor" => IsRgb(text),
        "ssn" => Matches("^[0-9]{3}[- ]?[0-9]{2}[- ]?[0-9]{4}$", text),
        "isbn" => IsIsbn10(text) || IsIsbn13(text),
        "isbn10" => IsIsbn10(text),
        "isbn13" => IsIsbn13(text),
        "creditcard" => IsCardNumber(text),
        _ => true,
    };

    private static bool Matches(string pattern, string text) => Re2.Compile(pattern).IsMatch(text);

    // By hand, for nearly every object has some: 2006-01-02T15:04:05[.999](Z|+07:00).
    private static bool IsDateTime(string text)
    {
        if (text.Length < 20 || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or 't' or ' ') || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        var (year, month, day) = (Digits(text, 0, 4), Digits(text, 5, 2), Digits(text, 8, 2));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || Digits(text, 11, 2) is < 0 or > 23 || Digits(text, 14, 2) is < 0 or > 59 || Digits(text, 17, 2) is < 0 or > 60)
        {
            return false;
        }

        var zone = 19;
        if (text[zone] == '.')
        {
            var end = text.AsSpan(20).IndexOfAnyExceptInRange('0', '9');
            if (end <= 0)
            {
                return false;
            }

            zone = 20 + end;
        }

        return text[zone] is 'Z' or 'z'
            ? text.Length == zone + 1
            : text[zone] is '+' or '-' && text.Length == zone + 6 && text[zone + 3] == ':' && Digits(text, zone + 1, 2) is >= 0 and <= 23 && Digits(text, zone + 4, 2) is >= 0 and <= 59;
    }

    private static int Digits(string text, int start, int count)
    {
        var value = 0;
        for (var i = start; i < start + count; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return -1;
            }

            value = (value * 10) + (text[i] - '0');
        }

        return value;
    }

    private static bool IsWordyDuration(string text) =>
        Matches("^\\s*([0-9]+\\s*(ns|nano|nanos|nanosecond|nanoseconds|us|µs|micro|micros|microsecond|microseconds|ms|milli|millis|millisecond|milliseconds|s|sec|secs|second|seconds|m|min|mins|minute|minutes|h|hr|hrs|hour|hours|d|day|days|w|wk|wks|week|weeks)\\s*)+$", text);

    private static bool IsCidr(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0
            && IPAddress.TryParse(text.AsSpan(0, slash), out var address)
            && (address.AddressFamily != AddressFamily.InterNetwork || text.AsSpan(0, slash).Count('.') == 3)
            && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
            && bits <= (address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
    }

    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);

    private static bool IsRgb(string text)
    {
        if (!Matches("^rgb\\(\\s*[0-9]{1,3}\\s*,\\s*[0-9]{1,3}\\s*,\\s*[0-9]{1,3}\\s*\\)$", text))
        {
            return false;
        }

        return text[4..^1].Split(',').All(p => int.Parse(p, CultureInfo.InvariantCulture) <= 255);
    }

    private static bool IsIsbn10(string text)
    {
        var digits = Compact(text);
        if (!Matches("^[0-9]{9}[0-9X]$", digits))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 10; i++)
        {
            sum += (10 - i) * (digits[i] == 'X' ? 10 : digits[i] - '0');
        }

        return sum % 11 == 0;
    }

    private static bool IsIsbn13(string text)
    {
        var digits = Compact(text);
        if (!Matches("^[0-9]{13}$", digits))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 13; i++)
        {
            sum += (i % 2 == 0 ? 1 : 3) * (digits[i] - '0');
        }

        return sum % 10 == 0;
    }

    private static bool IsCardNumber(string text)
    {
        var digits = Compact(text);
        if (!Matches("^[0-9]{12,19}$", digits))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }

        return sum % 10 == 0;
    }

    private static string Compact(string text) => text.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
