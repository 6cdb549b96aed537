using Slipway.Api.Core;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.MachineSets;
using Slipway.Machinery.Objects;

namespace Slipway.Unit.Controllers.MachineSets;

public sealed class PreflightTests
{
    [Theory]
    [InlineData("v1.30.0", "v1.30.0", "v1.30.0", "")]
    [InlineData("v1.30.0", "v1.30.0", null, "provisioning")]
    [InlineData("v1.31.0", "v1.31.0", "v1.30.0", "upgrading")]
    [InlineData("v1.31.0", "v1.30.0", "v1.30.0", "KubernetesVersionSkew,KubeadmVersionSkew")]
    [InlineData("v1.26.0", "v1.30.0", "v1.30.0", "KubernetesVersionSkew,KubeadmVersionSkew")]
    [InlineData("v1.28.0", "v1.30.0", "v1.30.0", "KubeadmVersionSkew")]
    public void The_control_plane_decides(string machines, string wanted, string? running, string findings)
    {
        var found = Preflight.Check(View(machines, wanted, running));
        Assert.Equal(findings.Split(',', StringSplitOptions.RemoveEmptyEntries).Length, found.Count);
        Assert.All(findings.Split(',', StringSplitOptions.RemoveEmptyEntries), f => Assert.Contains(found, x => x.Contains(f, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("All", 0)]
    [InlineData("KubernetesVersionSkew", 1)]
    [InlineData("KubernetesVersionSkew, KubeadmVersionSkew", 0)]
    public void Checks_may_be_skipped(string skipped, int left)
    {
        var view = View("v1.31.0", "v1.30.0", "v1.30.0");
        view = view with { Set = view.Set.WithMetadata(view.Set.Metadata.WithAnnotation(Annotations.SkipPreflightChecks, skipped)) };
        Assert.Equal(left, Preflight.Check(view).Count);
    }

    [Fact]
    public void Without_a_control_plane_object_nothing_is_checked() => Assert.Empty(Preflight.Check(View("v1.99.0", "v1.30.0", "v1.30.0") with { ControlPlane = null }));

    private static View View(string machines, string wanted, string? running)
    {
        var status = running is null ? "{}" : $$"""{"versions":[{"version":"{{running}}","replicas":1}]}""";
        var plane = Given.Found("KubeadmControlPlane", "cp", $$"""{"spec":{"version":"{{wanted}}"},"status":{{status}}}""");
        return new View
        {
            Set = Given.Set("set", 1, Given.MachineSpec(machines)),
            Cluster = Given.Cluster(),
            ControlPlane = new ControlPlane(plane.Object!, plane.Kind!),
            Now = Given.Now,
        };
    }
}
