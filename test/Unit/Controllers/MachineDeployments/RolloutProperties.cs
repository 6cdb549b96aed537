using CsCheck;
using Slipway.Controllers.MachineDeployments.Rollout;
using Slipway.Machinery.Objects;

namespace Slipway.Unit.Controllers.MachineDeployments;

/// <summary>What holds of every rolling update, whatever it begins with and in whatever order Machines come and go.</summary>
public sealed class RolloutProperties
{
    [Fact]
    public void A_rolling_update_keeps_its_limits_and_ends() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 8], Gen.Int[0, 3], Gen.Int[0, 1000]).Sample(
            (desired, surge, unavailable, old, broken, seed) =>
            {
                var limits = RolloutLimits.Resolve(desired, surge, unavailable);
                var world = new RolloutWorld { Desired = desired, Limits = limits, SparesAvailable = seed % 2 == 0 }
                    .With("oldest", old / 2).With("older", old - (old / 2), broken).With("new", 0);
                var chance = RandomSource.Seeded((ulong)seed);
                var most = Math.Max(world.Total, desired + limits.MaxSurge);
                var reached = world.Available >= desired - limits.MaxUnavailable;
                var told = new List<string> { world.ToString() };
                for (var turn = 0; turn < 500; turn++)
                {
                    var before = world.Available;
                    var changes = world.Plan();
                    var breaksDeadlock = changes.Any(c => c.Reason.StartsWith("nothing else", StringComparison.Ordinal));
                    world.Apply(changes);
                    told.AddRange([.. changes.Select(c => $"  {c}"), world.ToString()]);
                    Assert.True(world.Total <= most, $"more than {most} Machines:\n{string.Join('\n', told)}");
                    if (reached && !breaksDeadlock && before >= desired - limits.MaxUnavailable)
                    {
                        Assert.True(world.Available >= desired - limits.MaxUnavailable, $"too few available:\n{string.Join('\n', told)}");
                    }

                    if (changes.Count == 0 && world.IsDone)
                    {
                        return;
                    }

                    world.Pass(() => chance.Next(3) > 0);
                }

                Assert.Fail($"It does not end: {world}");
            });

    [Fact]
    public void A_finished_rollout_asks_for_nothing() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 5], Gen.Int[0, 5]).Sample((desired, surge, unavailable) =>
        {
            var state = new RolloutState(
                desired, RolloutLimits.Resolve(desired, surge, unavailable), new SetReplicas("new", desired, desired, desired), [new SetReplicas("old", 0, 0, 0)]);
            Assert.Empty(RollingUpdate.Plan(state));
            Assert.Empty(OnDelete.Plan(state));
        });
}
