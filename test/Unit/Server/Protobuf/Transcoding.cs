using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Slipway.Machinery.Json;
using Slipway.Machinery.Protobuf;
using Slipway.Runtime.Clients;
using Slipway.Server.OpenApi;
using Slipway.Server.Protobuf;

namespace Slipway.Unit.Server.Protobuf;

/// <summary>Objects between JSON and protocol buffers: whatever the tables can say survives, and no bytes do harm.</summary>
public sealed class Transcoding
{
    public static TheoryData<string, string> Kinds => [.. BuiltInSchemas.All.Kinds.Keys.Select(k => (k.GroupVersion, k.Kind))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Objects_survive_the_way_there_and_back(string apiVersion, string kind)
    {
        var type = BuiltInSchemas.Find(apiVersion, kind)!;
        Gen.Int.Sample(
            seed =>
            {
                var json = new SomeObjects(seed).Of(type);
                json["apiVersion"] = apiVersion;
                json["kind"] = kind;
                var back = JsonNode.Parse(ProtobufObjects.ToJson(ProtobufObjects.FromJson(Bytes(json))).Span)!;
                Assert.True(JsonEquality.AreEqual(json, back), $"{json.ToJsonString()}\n{back.ToJsonString()}");
            },
            iter: 15,
            threads: 1);
    }

    [Theory]
    [InlineData("apps/v1", "Deployment")]
    [InlineData("v1", "Pod")]
    [InlineData("apiextensions.k8s.io/v1", "CustomResourceDefinition")]
    [InlineData("v1", "DeleteOptions")]
    public void Damaged_bytes_are_refused_or_read_but_never_do_harm(string apiVersion, string kind)
    {
        var type = BuiltInSchemas.Find(apiVersion, kind) ?? BuiltInSchemas.Meta(kind);
        Gen.Select(Gen.Int, Gen.Byte.Array[1, 12], Gen.Int[0, 1 << 20]).Sample(
            (seed, noise, at) =>
            {
                var json = new SomeObjects(seed).Of(type);
                json["apiVersion"] = apiVersion;
                json["kind"] = kind;
                var bytes = ProtobufObjects.FromJson(Bytes(json)).ToArray();
                noise.AsSpan(0, Math.Min(noise.Length, bytes.Length)).CopyTo(bytes.AsSpan(at % (bytes.Length - Math.Min(noise.Length, bytes.Length) + 1)));
                Survives(bytes[..(bytes.Length - (at % 3))]);
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public void Noise_is_refused_or_read_but_does_no_harm() => Gen.Byte.Array[0, 200].Sample(
        noise => Survives([.. "k8s\0\n\t\n\u0002v1\u0012\u0003Pod\u0012"u8, (byte)Math.Min(noise.Length, 127), .. noise]), iter: 2000, threads: 1);

    [Fact]
    public void Depth_is_bounded()
    {
        // A schema's "not" holds a schema, and so on.
        var type = BuiltInSchemas.All.Messages["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps"];
        byte[] bytes = [];
        for (var i = 0; i < 110 && bytes.Length < 120; i++)
        {
            bytes = [(28 << 3 | 2) & 0x7f | 0x80, 28 << 3 >> 7, (byte)bytes.Length, .. bytes];
        }

        ProtobufReader.Read(bytes, type);
        while (bytes.Length < 16000)
        {
            bytes = [(28 << 3 | 2) & 0x7f | 0x80, 28 << 3 >> 7, (byte)(bytes.Length & 0x7f | 0x80), (byte)(bytes.Length >> 7), .. bytes];
        }

        Assert.Contains("deeper", Assert.Throws<ProtobufException>(() => ProtobufReader.Read(bytes, type)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_values_is_bounded()
    {
        // Empty containers cost two bytes each on the wire and much more in memory.
        var bytes = new byte[2 * (ProtobufReader.MostValues + 10)];
        for (var i = 0; i < bytes.Length; i += 2)
        {
            bytes[i] = 2 << 3 | 2;
        }

        Assert.Throws<ProtobufException>(() => ProtobufReader.Read(bytes, BuiltInSchemas.All.Messages["io.k8s.api.core.v1.PodSpec"]));
    }

    [Fact]
    public void Unknown_fields_are_passed_over()
    {
        byte[] message = [0xba, 0x3e, 3, 1, 2, 3, 0xc0, 0x3e, 7, .. "\n\u0003\n\u0001a"u8];
        var json = ProtobufReader.Read(message, BuiltInSchemas.Find("v1", "ConfigMap")!);
        Assert.Equal("""{"metadata":{"name":"a"}}""", json.ToJsonString());
    }

    [Fact]
    public void Zero_survives_only_where_it_says_something()
    {
        var type = BuiltInSchemas.Find("apps/v1", "Deployment")!;
        byte[] message = [.. "\u0012\u0004"u8, 1 << 3, 0, 5 << 3, 0];
        Assert.Equal("""{"spec":{"replicas":0}}""", ProtobufReader.Read(message, type).ToJsonString());
    }

    private static byte[] Bytes(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    private static void Survives(byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(ProtobufObjects.ToJson(bytes), new JsonDocumentOptions { MaxDepth = 1000 });
            Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
        }
        catch (ApiException e)
        {
            Assert.Equal(400, e.Status.Code);
        }
    }
}
