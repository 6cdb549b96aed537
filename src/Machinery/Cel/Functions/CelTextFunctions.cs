using System.Text;
using System.Text.RegularExpressions;
using Slipway.Machinery.Cel.Values;
using Slipway.Machinery.Text;

namespace Slipway.Machinery.Cel.Functions;

/// <summary>The functions over texts. Positions and lengths are in code points.</summary>
internal static class CelTextFunctions
{
    /// <summary>The functions of this room.</summary>
    public static IEnumerable<CelFunction> All =>
    [
        Two("contains", (s, t) => CelValue.Of(s.Contains(t, StringComparison.Ordinal))),
        Two("startsWith", (s, t) => CelValue.Of(s.StartsWith(t, StringComparison.Ordinal))),
        Two("endsWith", (s, t) => CelValue.Of(s.EndsWith(t, StringComparison.Ordinal))),
        Two("matches", (s, p) => Matching(p, r => CelValue.Of(r.IsMatch(s)))),
        Two("find", (s, p) => Matching(p, r => CelValue.Of(r.Match(s).Value))),
        Two("findAll", (s, p) => FindAll(s, p, -1)),
        CelFunction.Global("matches", 2, a => AreTexts(a) ? Matching(a[1].AsText, Matcher(a[0].AsText)) : CelOperators.NoOverload("matches", a)),
        CelFunction.Member("findAll", 3, a => AreTexts(a[..2]) && a[2].Kind == CelKind.Int ? FindAll(a[0].AsText, a[1].AsText, a[2].AsInt) : CelOperators.NoOverload("findAll", a)),
        One("lowerAscii", s => CelValue.Of(Ascii(s, char.IsAsciiLetterUpper))),
        One("upperAscii", s => CelValue.Of(Ascii(s, char.IsAsciiLetterLower))),
        One("trim", s => CelValue.Of(s.Trim())),
        CelFunction.Member("reverse", 1, a => a[0].Kind switch
        {
            CelKind.String => CelValue.Of(string.Concat(a[0].AsText.EnumerateRunes().Reverse().Select(r => r.ToString()))),
            CelKind.List => CelValue.Of(CelList.Of([.. CelListFunctions.Items(a[0].AsList).Reverse()])),
            _ => CelOperators.NoOverload("reverse", a),
        }),
        CelFunction.Member("indexOf", 3, a => AreTexts(a[..2]) && a[2].Kind == CelKind.Int ? IndexFrom(a[0].AsText, a[1].AsText, a[2].AsInt) : CelOperators.NoOverload("indexOf", a)),
        CelFunction.Member("lastIndexOf", 3, a => AreTexts(a[..2]) && a[2].Kind == CelKind.Int ? LastIndexFrom(a[0].AsText, a[1].AsText, a[2].AsInt) : CelOperators.NoOverload("lastIndexOf", a)),
        CelFunction.Member("indexOf", 2, a => a[0].Kind == CelKind.List ? CelListFunctions.IndexOf(a[0].AsList, a[1], isLast: false)
            : AreTexts(a) ? Position(a[0].AsText, a[0].AsText.IndexOf(a[1].AsText, StringComparison.Ordinal)) : CelOperators.NoOverload("indexOf", a)),
        CelFunction.Member("lastIndexOf", 2, a => a[0].Kind == CelKind.List ? CelListFunctions.IndexOf(a[0].AsList, a[1], isLast: true)
            : AreTexts(a) ? Position(a[0].AsText, a[0].AsText.LastIndexOf(a[1].AsText, StringComparison.Ordinal)) : CelOperators.NoOverload("lastIndexOf", a)),
        CelFunction.Member("charAt", 2, a => a[0].Kind == CelKind.String && a[1].Kind == CelKind.Int ? CharAt(a[0].AsText, a[1].AsInt) : CelOperators.NoOverload("charAt", a)),
        CelFunction.Member("replace", 3, a => AreTexts(a) ? Replace(a[0].AsText, a[1].AsText, a[2].AsText, -1) : CelOperators.NoOverload("replace", a)),
        CelFunction.Member("replace", 4, a => AreTexts(a[..3]) && a[3].Kind == CelKind.Int ? Replace(a[0].AsText, a[1].AsText, a[2].AsText, a[3].AsInt) : CelOperators.NoOverload("replace", a)),
        Two("split", (s, t) => Split(s, t, -1)),
        CelFunction.Member("split", 3, a => AreTexts(a[..2]) && a[2].Kind == CelKind.Int ? Split(a[0].AsText, a[1].AsText, a[2].AsInt) : CelOperators.NoOverload("split", a)),
        CelFunction.Member("substring", 2, a => a[0].Kind == CelKind.String && a[1].Kind == CelKind.Int ? Substring(a[0].AsText, a[1].AsInt, null) : CelOperators.NoOverload("substring", a)),
        CelFunction.Member("substring", 3, a => a[0].Kind == CelKind.String && a[1].Kind == CelKind.Int && a[2].Kind == CelKind.Int
            ? Substring(a[0].AsText, a[1].AsInt, a[2].AsInt)
            : CelOperators.NoOverload("substring", a)),
    ];

    /// <summary>How many code points a text has.</summary>
    public static int Length(string text) => text.Length - text.AsSpan().Count(char.IsLowSurrogate);

    private static int Count(this ReadOnlySpan<char> text, Func<char, bool> isCounted)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += isCounted(c) ? 1 : 0;
        }

        return count;
    }

    private static CelFunction One(string name, Func<string, CelValue> body) =>
        CelFunction.Member(name, 1, a => a[0].Kind == CelKind.String ? body(a[0].AsText) : CelOperators.NoOverload(name, a));

    private static CelFunction Two(string name, Func<string, string, CelValue> body) =>
        CelFunction.Member(name, 2, a => AreTexts(a) ? body(a[0].AsText, a[1].AsText) : CelOperators.NoOverload(name, a));

    private static bool AreTexts(ReadOnlySpan<CelValue> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Kind != CelKind.String)
            {
                return false;
            }
        }

        return true;
    }

    private static Func<Regex, CelValue> Matcher(string text) => r => CelValue.Of(r.IsMatch(text));

    private static CelValue Matching(string pattern, Func<Regex, CelValue> body)
    {
        try
        {
            return body(Re2.Compile(pattern));
        }
        catch (FormatException e)
        {
            return CelValue.Error(e.Message);
        }
    }

    private static CelValue FindAll(string text, string pattern, long most) => Matching(pattern, r =>
        CelValue.Of(CelList.Of([.. r.Matches(text).Take(most < 0 ? int.MaxValue : (int)Math.Min(most, int.MaxValue)).Select(m => CelValue.Of(m.Value))])));

    private static string Ascii(string text, Func<char, bool> isOther) =>
        string.Create(text.Length, (text, isOther), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = state.isOther(state.text[i]) ? (char)(state.text[i] ^ ' ') : state.text[i];
            }
        });

    private static CelValue Position(string text, int index) => CelValue.Of(index < 0 ? -1L : Length(text[..index]));

    private static CelValue IndexFrom(string text, string part, long from)
    {
        var length = Length(text);
        if (from < 0 || from > length)
        {
            return CelValue.Error($"index out of range: {from}");
        }

        var start = Utf16(text, from);
        var found = text.IndexOf(part, start, StringComparison.Ordinal);
        return Position(text, found);
    }

    private static CelValue LastIndexFrom(string text, string part, long from)
    {
        if (from < 0 || from > Length(text))
        {
            return CelValue.Error($"index out of range: {from}");
        }

        var end = Math.Min(text.Length, Utf16(text, from) + part.Length);
        return Position(text, text[..end].LastIndexOf(part, StringComparison.Ordinal));
    }

    /// <summary>Where a code point begins, in UTF-16.</summary>
    private static int Utf16(string text, long index)
    {
        var at = 0;
        for (; index > 0; index--)
        {
            at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
        }

        return at;
    }

    private static CelValue CharAt(string text, long index)
    {
        var length = Length(text);
        return index == length ? CelValue.Of("")
            : index < 0 || index > length ? CelValue.Error($"index out of range: {index}")
            : CelValue.Of(text.EnumerateRunes().ElementAt((int)index).ToString());
    }

    private static CelValue Substring(string text, long from, long? to)
    {
        var length = Length(text);
        var end = to ?? length;
        return from < 0 || end > length || from > end
            ? CelValue.Error(from > end && from >= 0 && end <= length ? $"invalid substring range. start: {from}, end: {end}" : $"index out of range: {(from < 0 || from > length ? from : end)}")
            : CelValue.Of(string.Concat(text.EnumerateRunes().Skip((int)from).Take((int)(end - from)).Select(r => r.ToString())));
    }

    private static CelValue Replace(string text, string old, string @new, long most)
    {
        if (most < 0 && old.Length > 0)
        {
            return CelValue.Of(text.Replace(old, @new, StringComparison.Ordinal));
        }

        var output = new StringBuilder();
        var at = 0;
        for (; most != 0; most--)
        {
            var next = old.Length == 0 ? (at == 0 && output.Length == 0 ? 0 : at + 1) : text.IndexOf(old, at, StringComparison.Ordinal);
            if (next < 0 || next > text.Length)
            {
                break;
            }

            output.Append(text, at, next - at).Append(@new);
            at = next + old.Length;
        }

        return CelValue.Of(output.Append(text, at, text.Length - at).ToString());
    }

    private static CelValue Split(string text, string separator, long most)
    {
        string[] parts = most == 0 ? []
            : separator.Length == 0 ? [.. text.EnumerateRunes().Select(r => r.ToString())]
            : most < 0 ? text.Split(separator) : text.Split(separator, (int)Math.Min(most, int.MaxValue));
        return CelValue.Of(CelList.Of([.. parts.Select(CelValue.Of)]));
    }
}
