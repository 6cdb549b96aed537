using Slipway.Server.Http.Requests;

namespace Slipway.Unit.Server.Http;

/// <summary>What a client's Accept header chooses.</summary>
public sealed class Representations
{
    private const string Kubectl =
        "application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json";

    [Theory]
    [InlineData("", "json None v1")]
    [InlineData("*/*", "json None v1")]
    [InlineData("application/*", "json None v1")]
    [InlineData("application/json", "json None v1")]
    [InlineData("application/yaml", "yaml None v1")]
    [InlineData(Kubectl, "json Table v1")]
    [InlineData("application/json;as=Table;v=v1beta1;g=meta.k8s.io", "json Table v1beta1")]
    [InlineData("application/json;as=Table;v=v2;g=meta.k8s.io,application/json", "json None v1")]
    [InlineData("application/vnd.kubernetes.protobuf,application/json", "json None v1")]
    [InlineData("application/vnd.kubernetes.protobuf;as=Table;g=meta.k8s.io;v=v1,application/json", "json None v1")]
    [InlineData("application/vnd.kubernetes.protobuf;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1", "protobuf PartialObjectMetadata v1")]
    [InlineData("application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1", "json PartialObjectMetadata v1")]
    [InlineData("application/json;q=0.1,application/yaml;q=0.9", "yaml None v1")]
    [InlineData("*/*,application/yaml", "yaml None v1")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "json None v1")]
    [InlineData("application/json;stream=watch", "json None v1")]
    public void The_first_that_can_be_met(string accept, string expected)
    {
        var chosen = Representation.Choose(accept, BodyForm.Json);
        Assert.NotNull(chosen);
        Assert.Equal(expected, $"{chosen.Form.ToString().ToLowerInvariant()} {chosen.Transform} {chosen.TransformVersion}");
    }

    [Theory]
    [InlineData("application/vnd.kubernetes.protobuf,application/json", BodyForm.Protobuf)]
    [InlineData("application/json,application/vnd.kubernetes.protobuf", BodyForm.Json)]
    [InlineData("application/vnd.kubernetes.protobuf;q=0.1,application/json", BodyForm.Json)]
    [InlineData("application/vnd.kubernetes.protobuf;stream=watch", BodyForm.Protobuf)]
    [InlineData("application/*", BodyForm.Json)]
    [InlineData("*/*", BodyForm.Json)]
    public void Built_in_kinds_have_protocol_buffers(string accept, object expected) =>
        Assert.Equal(expected, Representation.Choose(accept, BodyForm.Protobuf)?.Form);

    [Theory]
    [InlineData("application/vnd.kubernetes.protobuf")]
    [InlineData("text/html")]
    [InlineData("application/json;as=Chair;v=v1;g=meta.k8s.io")]
    [InlineData("application/json;q=0")]
    public void None(string accept) => Assert.Null(Representation.Choose(accept, BodyForm.Json));
}
