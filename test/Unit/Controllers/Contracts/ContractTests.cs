using Slipway.Api.Core;
using Slipway.Api.Kubernetes;
using Slipway.Controllers.Contracts;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Controllers;

namespace Slipway.Unit.Controllers.Contracts;

public sealed class ContractTests
{
    [Theory]
    [InlineData("cluster.x-k8s.io/v1beta2=v1beta1_v1beta2", "v1beta2", "v1beta2")]
    [InlineData("cluster.x-k8s.io/v1beta2=v1beta2_v1_v2alpha1", "v1beta2", "v1")]
    [InlineData("cluster.x-k8s.io/v1beta1=v1alpha4_v1beta1_v1beta10", "v1beta1", "v1beta10")]
    [InlineData("cluster.x-k8s.io/v1beta1=v1beta1,cluster.x-k8s.io/v1beta2=v1beta2", "v1beta2", "v1beta2")]
    public void The_labels_say_which_version_keeps_which_contract(string labels, string contract, string version)
    {
        var found = ContractCatalog.Find(Definition(labels)).Kind!;
        Assert.Equal((contract, version, "things"), (found.Version, found.Type.Version, found.Type.Plural));
    }

    [Theory]
    [InlineData("")]
    [InlineData("cluster.x-k8s.io/v1beta2=")]
    [InlineData("cluster.x-k8s.io/v1alpha3=v1alpha3")]
    public void A_definition_without_labels_is_named(string labels)
    {
        var lookup = ContractCatalog.Find(Definition(labels));
        Assert.False(lookup.Found);
        Assert.Contains("things.x.y", lookup.Problem);
    }

    [Fact]
    public void An_object_is_made_from_a_template()
    {
        var template = Unstructured.Parse("""
            {"apiVersion":"x.y/v1","kind":"ThingTemplate","metadata":{"name":"t","namespace":"ns","uid":"1","resourceVersion":"5","finalizers":["f"]},
             "spec":{"template":{"metadata":{"labels":{"a":"1"},"annotations":{"b":"2"}},"spec":{"size":3}}}}
            """u8);
        var made = new TemplateClone { Name = "m", Namespace = "ns", ClusterName = "c", Labels = new Dictionary<string, string> { ["more"] = "x" }, Owner = Given.Cluster().AsOwner() }.From(template);
        Assert.Equal(("Thing", "x.y/v1", 3L), (made.Kind, made.ApiVersion, made.Number("spec", "size")));
        Assert.Equal(("m", "ns", "", ""), (made.Metadata.Name, made.Metadata.Namespace, made.Metadata.Uid, made.Metadata.ResourceVersion));
        Assert.Empty(made.Metadata.Finalizers);
        Assert.Equal(["a", "cluster.x-k8s.io/cluster-name", "more"], made.Metadata.Labels.Keys.Order());
        Assert.Equal(("t", "ThingTemplate.x.y", "2"), (made.Metadata.Annotations[Annotations.ClonedFromName], made.Metadata.Annotations[Annotations.ClonedFromGroupKind], made.Metadata.Annotations["b"]));
        Assert.Equal("Cluster", Assert.Single(made.Metadata.OwnerReferences).Kind);
        Assert.Equal("1", template.Metadata.Uid);
    }

    [Fact]
    public void A_template_without_a_template_is_refused() => Assert.Throws<TerminalException>(() =>
        new TemplateClone { Name = "m", Namespace = "ns", ClusterName = "c" }.From(Unstructured.Parse("""{"apiVersion":"x.y/v1","kind":"ThingTemplate","metadata":{"name":"t"}}"""u8)));

    [Theory]
    [InlineData("v1.2.3", "v1.2.3", 0)]
    [InlineData("v1.2.3-rc.1", "v1.2.3", -1)]
    [InlineData("v1.2.3-rc.2", "v1.2.3-rc.10", -1)]
    [InlineData("v1.10.0", "v1.9.9", 1)]
    [InlineData("1.2.3+b2", "v1.2.3+b10", 1)]
    [InlineData("v1.2.3+2", "v1.2.3+10", -1)]
    public void Versions_have_an_order(string left, string right, int order) =>
        Assert.Equal(order, Math.Sign(KubernetesVersion.Parse(left)!.CompareTo(KubernetesVersion.Parse(right))));

    [Theory]
    [InlineData("v1.2")]
    [InlineData("latest")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_texts_are_no_versions(string? text) => Assert.Null(KubernetesVersion.Parse(text));

    [Fact]
    public void Both_contracts_are_read()
    {
        var old = Given.Kind("x.y", "Thing", ContractKind.V1Beta1);
        var now = Given.Kind("x.y", "Thing");
        var value = Unstructured.Parse("""
            {"spec":{"providerID":"p","failureDomain":"old"},
             "status":{"ready":true,"initialized":true,"replicas":3,"unavailableReplicas":1,"updatedReplicas":2,
                       "failureDomains":{"z":{"controlPlane":true},"a":{"attributes":{"k":"v"}}},"version":"v1.30.0"}}
            """u8);
        Assert.True(new InfrastructureMachine(value, old).Provisioned);
        Assert.False(new InfrastructureMachine(value, now).Provisioned);
        Assert.Equal("old", new InfrastructureMachine(value, old).FailureDomain);
        Assert.Equal(["a", "z"], new InfrastructureCluster(value, old).FailureDomains.Select(d => d.Name));
        var plane = new ControlPlane(value, old);
        Assert.Equal((true, 2, 2), (plane.Initialized, plane.AvailableReplicas, plane.UpToDateReplicas));
        Assert.Equal("v1.30.0", Assert.Single(plane.Versions).Version);
    }

    private static CustomResourceDefinition Definition(string labels) => new()
    {
        Metadata = new ObjectMeta { Name = "things.x.y", Labels = labels.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('=')).ToDictionary(p => p[0], p => p[1]) },
        Spec = new CustomResourceDefinitionSpec { Group = "x.y", Scope = "Namespaced", Names = new() { Kind = "Thing", Plural = "things" } },
    };
}
