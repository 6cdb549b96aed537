using Slipway.Api.Core.Shared;
using Slipway.Controllers.MachineDeployments.Rollout;

namespace Slipway.Unit.Controllers.MachineDeployments;

public sealed class RolloutLimitsTests
{
    [Theory]
    [InlineData(10, null, null, 1, 0)]
    [InlineData(10, "25%", "25%", 3, 2)]
    [InlineData(3, "2%", "99%", 1, 2)]
    [InlineData(3, "0%", "0%", 0, 1)]
    [InlineData(3, "200%", "300%", 6, 3)]
    [InlineData(0, "50%", "50%", 0, 0)]
    [InlineData(4, "nonsense", "nonsense", 1, 0)]
    public void A_surge_is_rounded_up_and_unavailability_down(int replicas, string? surge, string? unavailable, int maxSurge, int maxUnavailable) =>
        Assert.Equal(new RolloutLimits(maxSurge, maxUnavailable), RolloutLimits.Resolve(replicas, Text(surge), Text(unavailable)));

    [Fact]
    public void Nothing_more_and_nothing_less_means_one_less() => Assert.Equal(new RolloutLimits(0, 1), RolloutLimits.Resolve(3, 0, 0));

    private static IntOrString? Text(string? text) => text is null ? (IntOrString?)null : new IntOrString(text);
}
