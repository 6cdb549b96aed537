using Slipway.Machinery.Text;

namespace Slipway.Unit.Machinery.Text;

public sealed class Patterns
{
    [Theory]
    [InlineData("^a$", "a", true)]
    [InlineData("^a$", "a\n", false)]
    [InlineData(@"^\d+$", "٣", false)]
    [InlineData(@"^[\d\-]+$", "1-2", true)]
    [InlineData(@"^\w+$", "é", false)]
    [InlineData(@"^[^\s]+$", "a\u00a0b", true)]
    [InlineData(@"^[\D]+$", "ab", true)]
    [InlineData("^[[:alpha:]_]+$", "a_b", true)]
    [InlineData("^[[:digit:]]+$", "a", false)]
    [InlineData("^[a-z-[aeiou]]+$", "[]", true)]
    [InlineData("^[]a]+$", "a]", true)]
    [InlineData("(?i)^abc$", "ABC", true)]
    [InlineData("^(?P<x>a)(?:b)$", "ab", true)]
    [InlineData(@"^\Qa.b\E$", "a.b", true)]
    [InlineData(@"^\Qa.b\E$", "axb", false)]
    [InlineData(@"^\x{41}$", "A", true)]
    [InlineData(@"^\pL+$", "é", true)]
    [InlineData("^a{2,3}$", "aaa", true)]
    [InlineData("a", "xay", true)]
    public void Match_like_RE2(string pattern, string text, bool expected) => Assert.Equal(expected, Re2.Compile(pattern).IsMatch(text));

    [Theory]
    [InlineData("(?=a)")]
    [InlineData("(?<!a)")]
    [InlineData(@"(a)\1")]
    [InlineData("(?>a)")]
    [InlineData("[a")]
    [InlineData("(a")]
    [InlineData("a**")]
    [InlineData("a{1001}")]
    [InlineData(@"a\")]
    [InlineData("[[:nope:]]")]
    public void What_RE2_refuses_is_refused(string pattern) => Assert.Throws<FormatException>(() => Re2.Compile(pattern));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("-1.5s", -1500)]
    [InlineData("100ms", 100)]
    public void Durations_read(string text, long milliseconds)
    {
        Assert.True(GoDuration.TryParse(text, out var value));
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("h")]
    [InlineData("1d")]
    [InlineData("1.2.3s")]
    [InlineData("9999999h")]
    public void What_is_no_duration_is_refused(string text) => Assert.False(GoDuration.TryParse(text, out _));

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(1500, "1.5s")]
    [InlineData(60_000, "1m0s")]
    [InlineData(3_661_000, "1h1m1s")]
    [InlineData(-20, "-20ms")]
    public void Durations_are_written_like_Go(long milliseconds, string expected) => Assert.Equal(expected, GoDuration.ToText(TimeSpan.FromMilliseconds(milliseconds)));
}
