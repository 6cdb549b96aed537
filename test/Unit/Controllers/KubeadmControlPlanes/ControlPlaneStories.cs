using System.Runtime.CompilerServices;
using Slipway.Controllers.KubeadmControlPlanes.Health;
using Slipway.Unit.Controllers.Stories;

namespace Slipway.Unit.Controllers.KubeadmControlPlanes;

/// <summary>What happens to control planes, told as sentences in test/Unit/Controllers/Stories.</summary>
public sealed class ControlPlaneStories
{
    [Fact]
    public void Init_one() => Tell(new ControlPlaneWorld(1));

    [Fact]
    public void Init_three() => Tell(new ControlPlaneWorld(3));

    [Fact]
    public void Scale_three_to_one()
    {
        var world = Settled(new ControlPlaneWorld(3));
        world.Plane = world.Plane with { Spec = world.Plane.Spec with { Replicas = 1 } };
        Tell(world, least: 1);
    }

    [Fact]
    public void Upgrade_three_with_one_more() => Tell(Upgraded(Settled(new ControlPlaneWorld(3, maxSurge: 1))), least: 3, most: 4);

    [Fact]
    public void Upgrade_three_with_one_less() => Tell(Upgraded(Settled(new ControlPlaneWorld(3, maxSurge: 0))), least: 2, most: 3);

    [Fact]
    public void Upgrade_one() => Tell(Upgraded(Settled(new ControlPlaneWorld(1))), least: 1, most: 2);

    [Fact]
    public void Another_template()
    {
        var world = Settled(new ControlPlaneWorld(1));
        var template = world.Plane.Spec.MachineTemplate;
        world.Plane = world.Plane with
        {
            Spec = world.Plane.Spec with
            {
                MachineTemplate = template with { Spec = template.Spec with { InfrastructureRef = Given.Reference("DockerMachineTemplate", "large") } },
            },
        };
        Tell(world, least: 1, most: 2);
    }

    [Fact]
    public void Replace_a_sick_one_of_three()
    {
        var world = Settled(new ControlPlaneWorld(3));
        world.Break(1);
        Tell(world, least: 2, most: 3);
    }

    [Fact]
    public void Two_sick_of_three_would_lose_the_quorum()
    {
        var world = Settled(new ControlPlaneWorld(3));
        world.Break(0);
        world.Break(1);
        Tell(world, least: 3, most: 3, turns: 3);
    }

    [Fact]
    public void A_single_sick_one_stays()
    {
        var world = Settled(new ControlPlaneWorld(1));
        world.Break(0);
        Tell(world, least: 1, most: 1, turns: 3);
    }

    [Fact]
    public void Upgrade_while_one_is_sick()
    {
        var world = Upgraded(Settled(new ControlPlaneWorld(3)));
        world.Turn();
        world.Turn();
        world.Turn();
        world.Break(2);
        Tell(world, least: 2, most: 4);
    }

    [Fact]
    public void Delete_all()
    {
        var world = Settled(new ControlPlaneWorld(3));
        world.Plane = world.Plane.WithMetadata(world.Plane.Metadata with { DeletionTimestamp = world.Now });
        Tell(world, quorum: false);
    }

    private static ControlPlaneWorld Settled(ControlPlaneWorld world)
    {
        for (var turn = 0; turn < 60 && !world.IsSettled; turn++)
        {
            world.Turn();
        }

        Assert.True(world.IsSettled, world.ToString());
        return world;
    }

    private static ControlPlaneWorld Upgraded(ControlPlaneWorld world)
    {
        world.Plane = world.Plane with { Spec = world.Plane.Spec with { Version = "v1.31.1" } };
        return world;
    }

    private static void Tell(
        ControlPlaneWorld world, int least = 0, int most = int.MaxValue, int turns = 60, bool quorum = true, [CallerMemberName] string name = "")
    {
        var lines = new List<string> { world.ToString() };
        for (var turn = 0; turn < turns && !(turn > 0 && world.IsSettled); turn++)
        {
            lines.AddRange(world.Turn());
            lines.Add(world.ToString());
            Assert.InRange(world.Count, least, most);
            if (quorum && world.Etcd is { Voting: > 0 } etcd && turns == 60)
            {
                Assert.True(etcd.Healthy >= Quorum.Of(etcd.Voting), $"The quorum is lost: {world}");
            }
        }

        if (turns == 60)
        {
            Assert.True(world.IsSettled, string.Join('\n', lines));
            lines.Add("done");
        }

        Story.Tells("control plane " + name.Replace('_', ' ').ToLowerInvariant(), lines);
    }
}
