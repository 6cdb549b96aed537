using Slipway.Api.Core.Shared;

namespace Slipway.Unit.Api.Conversion;

public sealed class Durations
{
    [Theory]
    [InlineData("10s", 10_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("1.5s", 1_500)]
    [InlineData("250ms", 250)]
    [InlineData("-1m", -60_000)]
    [InlineData("0", 0)]
    [InlineData("+2us", 0.002)]
    public void Are_read(string text, double milliseconds)
    {
        Assert.True(GoDuration.TryParse(text, out var span));
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), span);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("ten")]
    [InlineData("1d")]
    [InlineData("s")]
    [InlineData("1..5s")]
    [InlineData("-")]
    [InlineData(null)]
    public void Are_refused(string? text) => Assert.False(GoDuration.TryParse(text, out _));

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(10, "10s")]
    [InlineData(300, "5m0s")]
    [InlineData(3600, "1h0m0s")]
    [InlineData(1.5, "1.5s")]
    [InlineData(0.25, "250ms")]
    [InlineData(-60, "-1m0s")]
    public void Are_written_as_Go_does(double seconds, string text) => Assert.Equal(text, GoDuration.Format(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Come_back() => CsCheck.Check.Sample(
        CsCheck.Gen.Long[-1_000_000_000_000, 1_000_000_000_000],
        ticks =>
        {
            var span = TimeSpan.FromTicks(ticks);
            Assert.True(GoDuration.TryParse(GoDuration.Format(span), out var again));
            Assert.Equal(span, again);
        });
}
