using System.Net.WebSockets;
using System.Text;
using Slipway.Runtime.Clients.Http;
using Slipway.Server.Streams;
using Slipway.Unit.Server.Http;

namespace Slipway.Unit.Runtime.Clients;

/// <summary>Ports of pods through the server, client and server together.</summary>
public sealed class PortForwards
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bytes_go_both_ways_until_one_side_ends()
    {
        var echo = new Echo();
        await using var host = await StartAsync(echo);
        using var client = new ClientConnection(host.Kubeconfig);
        await using (var stream = await PortForward.OpenAsync(client, "kube-system", "etcd-1", 2379, Cancellation))
        {
            foreach (var size in (int[])[1, 100, 32 * 1024, 200_000])
            {
                var sent = new byte[size];
                for (var i = 0; i < size; i++)
                {
                    sent[i] = (byte)(i * 7);
                }

                var writing = stream.WriteAsync(sent, Cancellation);
                var received = new byte[size];
                await stream.ReadExactlyAsync(received, Cancellation);
                await writing;
                Assert.Equal(sent, received);
            }
        }

        await echo.Ended.Task.WaitAsync(Cancellation);
        Assert.Equal(new StreamRequest("kube-system", "etcd-1", "portforward", 2379), echo.Request);
    }

    [Fact]
    public async Task The_end_of_the_handler_is_the_end_of_the_stream()
    {
        await using var host = await StartAsync(new Greeter("hello"));
        using var client = new ClientConnection(host.Kubeconfig);
        await using var stream = await PortForward.OpenAsync(client, "kube-system", "etcd-1", 2379, Cancellation);
        using var reader = new StreamReader(stream);
        Assert.Equal("hello", await reader.ReadToEndAsync(Cancellation));
    }

    [Fact]
    public async Task What_the_handler_complains_of_reaches_the_client()
    {
        await using var host = await StartAsync(new Greeter(null));
        using var client = new ClientConnection(host.Kubeconfig);
        await using var stream = await PortForward.OpenAsync(client, "kube-system", "etcd-1", 2379, Cancellation);
        var fault = await Assert.ThrowsAsync<IOException>(() => stream.ReadAsync(new byte[10], Cancellation).AsTask());
        Assert.Equal("the forwarded port answered: connection refused by etcd", fault.Message);
    }

    [Fact]
    public async Task Refusals_come_before_the_upgrade()
    {
        await using var host = await StartAsync(new Greeter("hello"));
        using var client = new ClientConnection(host.Kubeconfig);
        var unknown = await Assert.ThrowsAsync<IOException>(() => PortForward.OpenAsync(client, "kube-system", "none", 2379, Cancellation).AsTask());
        Assert.EndsWith("answers 404", unknown.Message, StringComparison.Ordinal);
        var closed = await Assert.ThrowsAsync<IOException>(() => PortForward.OpenAsync(client, "kube-system", "etcd-1", 80, Cancellation).AsTask());
        Assert.EndsWith("answers 400", closed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speedy_is_refused_by_name()
    {
        await using var host = await StartAsync(new Greeter("hello"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/namespaces/kube-system/pods/etcd-1/portforward?ports=2379")
        {
            Version = new(1, 1),
        };
        request.Headers.TryAddWithoutValidation("Connection", "Upgrade");
        request.Headers.TryAddWithoutValidation("Upgrade", "SPDY/3.1");
        using var response = await host.Client.SendAsync(request, Cancellation);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("upgrading to SPDY/3.1 is not offered", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_plain_socket_sees_the_channels(int version)
    {
        await using var host = await StartAsync(new Greeter("hi"));
        using var client = new ClientConnection(host.Kubeconfig);
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("v4.channel.k8s.io");
        socket.Options.HttpVersion = new(version, version == 1 ? 1 : 0);
        socket.Options.HttpVersionPolicy = System.Net.Http.HttpVersionPolicy.RequestVersionExact;
        var address = $"wss://{host.Host.Address.Authority}/api/v1/namespaces/kube-system/pods/etcd-1/portforward?ports=2379";
        await socket.ConnectAsync(new Uri(address), client.Invoker, Cancellation);
        Assert.Equal("v4.channel.k8s.io", socket.SubProtocol);
        var messages = new List<byte[]>();
        var buffer = new byte[100];
        while (await socket.ReceiveAsync(buffer, Cancellation) is { MessageType: not WebSocketMessageType.Close } received)
        {
            messages.Add(buffer[..received.Count]);
        }

        Assert.Equal([[0, 0x4B, 0x09], [1, 0x4B, 0x09], [0, .. "hi"u8]], messages);
    }

    private static async Task<RunningHost> StartAsync(IStreamHandler handler)
    {
        var host = await RunningHost.StartAsync(o => o with { StreamHandlers = [handler] });
        host.Verbs.Put("etcd-1", FakeVerbs.Object("Pod", "etcd-1"));
        return host;
    }

    private sealed class Echo : IStreamHandler
    {
        public StreamRequest? Request { get; private set; }

        public TaskCompletionSource Ended { get; } = new();

        public bool Handles(StreamRequest request) => request.Port == 2379;

        public async Task HandleAsync(StreamRequest request, Stream stream, CancellationToken cancellation)
        {
            Request = request;
            try
            {
                await stream.CopyToAsync(stream, cancellation);
            }
            finally
            {
                // By the client's farewell or by its absence: either way the handler learns of it.
                Ended.SetResult();
            }
        }
    }

    private sealed class Greeter(string? text) : IStreamHandler
    {
        public bool Handles(StreamRequest request) => request.Port == 2379;

        public async Task HandleAsync(StreamRequest request, Stream stream, CancellationToken cancellation) =>
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text ?? throw new IOException("connection refused by etcd")), cancellation);
    }
}
