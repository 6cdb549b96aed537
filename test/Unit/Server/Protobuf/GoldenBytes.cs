using Google.Protobuf;
using Slipway.Server.Protobuf;

namespace Slipway.Unit.Server.Protobuf;

/// <summary>The bytes of objects, written a second time by Google's encoder from the numbers of upstream's definitions.</summary>
public sealed class GoldenBytes
{
    [Fact]
    public void A_config_map() => Equal(
        """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","namespace":"b","labels":{"y":"2","x":"1"}},"data":{"k":"v"},"binaryData":{"b":"AQI="},"immutable":false}""",
        ("v1", "ConfigMap"),
        o =>
        {
            Message(o, 1, m =>
            {
                Text(m, 1, "a");
                Text(m, 3, "b");
                Message(m, 11, e => { Text(e, 1, "x"); Text(e, 2, "1"); });
                Message(m, 11, e => { Text(e, 1, "y"); Text(e, 2, "2"); });
            });
            Message(o, 2, e => { Text(e, 1, "k"); Text(e, 2, "v"); });
            Message(o, 3, e => { Text(e, 1, "b"); Message(e, 2, b => b.WriteRawTag(1, 2)); });
            Number(o, 4, 0);
        });

    [Fact]
    public void A_lease() => Equal(
        """{"apiVersion":"coordination.k8s.io/v1","kind":"Lease","metadata":{"creationTimestamp":"2024-01-02T03:04:05Z"},"spec":{"holderIdentity":"me","leaseDurationSeconds":15,"renewTime":"2024-01-02T03:04:05.000678Z"}}""",
        ("coordination.k8s.io/v1", "Lease"),
        o =>
        {
            Message(o, 1, m => Message(m, 8, t => Number(t, 1, 1704164645)));
            Message(o, 2, s =>
            {
                Text(s, 1, "me");
                Number(s, 2, 15);
                Message(s, 4, t => { Number(t, 1, 1704164645); Number(t, 2, 678000); });
            });
        });

    [Fact]
    public void A_service() => Equal(
        """{"apiVersion":"v1","kind":"Service","spec":{"ports":[{"port":80,"targetPort":"http"},{"port":-1,"targetPort":8080}],"clusterIPs":["None"]}}""",
        ("v1", "Service"),
        o => Message(o, 2, s =>
        {
            Message(s, 1, p => { Number(p, 3, 80); Message(p, 4, t => { Number(t, 1, 1); Text(t, 3, "http"); }); });
            Message(s, 1, p => { Number(p, 3, -1); Message(p, 4, t => Number(t, 2, 8080)); });
            Text(s, 18, "None");
        }));

    [Fact]
    public void A_pod() => Equal(
        """{"apiVersion":"v1","kind":"Pod","spec":{"volumes":[{"name":"v","emptyDir":{}}],"containers":[{"name":"c","image":"i","resources":{"limits":{"cpu":"100m"}},"livenessProbe":{"httpGet":{"path":"/x"},"periodSeconds":3}}]}}""",
        ("v1", "Pod"),
        o => Message(o, 2, s =>
        {
            Message(s, 1, v => { Text(v, 1, "v"); Message(v, 2, x => Message(x, 2, _ => { })); });
            Message(s, 2, c =>
            {
                Text(c, 1, "c");
                Text(c, 2, "i");
                Message(c, 8, r => Message(r, 1, e => { Text(e, 1, "cpu"); Message(e, 2, q => Text(q, 1, "100m")); }));
                Message(c, 10, p => { Message(p, 1, h => Message(h, 2, g => Text(g, 1, "/x"))); Number(p, 4, 3); });
            });
        }));

    [Fact]
    public void A_list() => Equal(
        """{"apiVersion":"v1","kind":"SecretList","metadata":{"resourceVersion":"7"},"items":[{"metadata":{"name":"s"},"type":"Opaque"}]}""",
        ("v1", "SecretList"),
        o =>
        {
            Message(o, 1, m => Text(m, 2, "7"));
            Message(o, 2, s => { Message(s, 1, m => Text(m, 1, "s")); Text(s, 3, "Opaque"); });
        });

    [Fact]
    public void A_question() => Equal(
        """{"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview","spec":{"resourceAttributes":{"namespace":"n","verb":"get","resource":"pods"}},"status":{"allowed":true}}""",
        ("authorization.k8s.io/v1", "SelfSubjectAccessReview"),
        o =>
        {
            Message(o, 2, s => Message(s, 1, a => { Text(a, 1, "n"); Text(a, 2, "get"); Text(a, 5, "pods"); }));
            Message(o, 3, s => Number(s, 1, 1));
        });

    private static void Equal(string json, (string ApiVersion, string Kind) type, Action<CodedOutputStream> write)
    {
        var expected = Bytes(o =>
        {
            Message(o, 1, t => { Text(t, 1, type.ApiVersion); Text(t, 2, type.Kind); });
            Message(o, 2, write);
        });
        var actual = ProtobufObjects.FromJson(System.Text.Encoding.UTF8.GetBytes(json)).ToArray();
        Assert.Equal(Convert.ToHexString([.. "k8s\0"u8, .. expected]), Convert.ToHexString(actual));
    }

    private static byte[] Bytes(Action<CodedOutputStream> write)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            write(output);
        }

        return stream.ToArray();
    }

    private static void Message(CodedOutputStream output, int field, Action<CodedOutputStream> write)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(Bytes(write)));
    }

    private static void Text(CodedOutputStream output, int field, string text)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(text);
    }

    private static void Number(CodedOutputStream output, int field, long value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(value);
    }
}
