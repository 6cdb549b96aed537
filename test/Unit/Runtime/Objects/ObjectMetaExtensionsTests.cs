using Slipway.Machinery.Objects;
using Slipway.Unit.Support;

namespace Slipway.Unit.Runtime.Objects;

public sealed class ObjectMetaExtensionsTests
{
    private static readonly OwnerReference Owner = new() { ApiVersion = "g/v1", Kind = "K", Name = "n", Uid = "u1" };

    [Fact]
    public void A_finalizer_comes_once_and_goes()
    {
        var once = new ObjectMeta { Finalizers = ["a"] }.WithFinalizer("b");
        Assert.Equal(["a", "b"], once.Finalizers);
        Assert.Same(once, once.WithFinalizer("b"));
        Assert.Equal(["a"], once.WithoutFinalizer("b").Finalizers);
        Assert.Same(once, once.WithoutFinalizer("c"));
    }

    [Fact]
    public void An_owner_is_appended_or_takes_its_place()
    {
        var other = Owner with { Name = "m", Uid = "u2" };
        var both = new ObjectMeta().WithOwner(Owner).WithOwner(other);
        Assert.Equal([Owner, other], both.OwnerReferences);
        Assert.Same(both, both.WithOwner(Owner with { }));

        var newer = Owner with { ApiVersion = "g/v2" };
        Assert.Equal([newer, other], both.WithOwner(newer).OwnerReferences);

        var again = Owner with { ApiVersion = "g/v2", Uid = "u3" };
        Assert.Equal([again, other], both.WithOwner(again).OwnerReferences);

        var elsewhere = Owner with { ApiVersion = "h/v1", Uid = "u4" };
        Assert.Equal([Owner, other, elsewhere], both.WithOwner(elsewhere).OwnerReferences);
        Assert.Equal([other], both.WithoutOwner("u1").OwnerReferences);
    }

    [Fact]
    public void Ownership_is_by_uid()
    {
        var owner = Toy.Named("n").WithMetadata(new ObjectMeta { Name = "n", Uid = "u1" });
        var namesake = owner.WithMetadata(new ObjectMeta { Name = "n", Uid = "u9" });
        var owned = new ObjectMeta().WithOwner(owner.AsOwner());
        Assert.True(owned.IsOwnedBy(owner));
        Assert.False(owned.IsOwnedBy(namesake));
        Assert.False(owned.IsControlledBy(owner));
        Assert.True(new ObjectMeta().WithOwner(owner.AsController()).IsControlledBy(owner));
        Assert.False(new ObjectMeta { OwnerReferences = [new()] }.IsOwnedBy(Toy.Named("unborn")));
    }

    [Fact]
    public void Labels_and_annotations_merge()
    {
        var meta = new ObjectMeta { Labels = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" } };
        Assert.Same(meta, meta.WithLabels([new("a", "1"), new("b", "2")]));
        Assert.Equal("3", meta.WithLabel("b", "3").Labels["b"]);
        Assert.Equal("2", meta.Labels["b"]);
        Assert.Equal(3, meta.WithLabels([new("a", "1"), new("c", "")]).Labels.Count);
        Assert.False(meta.WithoutLabel("a").Labels.ContainsKey("a"));
        Assert.Equal("y", meta.WithAnnotation("x", "y").Annotations["x"]);
        Assert.Empty(meta.WithAnnotation("x", "y").WithoutAnnotation("x").Annotations);
    }
}
