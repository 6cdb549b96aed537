using Microsoft.Extensions.Time.Testing;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Unit.Controllers;

public sealed class StatusPaceTests
{
    private static readonly ObjectKey Key = new("ns", "a");
    private static readonly Condition[] Before = [new Condition { Type = "Ready", Status = "False", Reason = "NotReady", Message = "waiting for a" }];
    private static readonly Condition[] Reasons = [Before[0] with { Status = "Unknown", Reason = "ReadyUnknown", Message = "waiting for b" }];
    private static readonly Condition[] Truth = [Before[0] with { Status = "True" }];

    private readonly FakeTimeProvider _time = new();
    private readonly StatusPace _pace;

    public StatusPaceTests() => _pace = new StatusPace(_time);

    [Fact]
    public void Reasons_wait_for_what_follows_soon()
    {
        Assert.Null(_pace.Wait(Key, ([], Before), isNews: false));
        _time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal(TimeSpan.FromMilliseconds(400), _pace.Wait(Key, (Before, Reasons), isNews: false));
        _time.Advance(TimeSpan.FromMilliseconds(400));
        Assert.Null(_pace.Wait(Key, (Before, Reasons), isNews: false));
    }

    [Fact]
    public void Truths_and_news_never_wait()
    {
        Assert.Null(_pace.Wait(Key, ([], Before), isNews: false));
        Assert.Null(_pace.Wait(Key, (Before, Truth), isNews: false));
        Assert.Null(_pace.Wait(Key, (Before, Reasons), isNews: true));
    }

    [Fact]
    public void The_first_write_and_that_after_forgetting_do_not_wait()
    {
        Assert.Null(_pace.Wait(Key, (Before, Reasons), isNews: false));
        _pace.Forget(Key);
        Assert.Null(_pace.Wait(Key, (Before, Reasons), isNews: false));
        Assert.Null(_pace.Wait(Key with { Name = "b" }, (Before, Reasons), isNews: false));
    }
}
