using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Server.Verbs;
using Slipway.Server.Watching;

namespace Slipway.Unit.Server.Http;

/// <summary>Verbs over a dictionary, which remember what they were asked.</summary>
internal sealed class FakeVerbs : IVerbs
{
    public ConcurrentDictionary<string, byte[]> Objects { get; } = new();

    public Channel<WatchItem> Events { get; } = Channel.CreateUnbounded<WatchItem>();

    public Call? LastCall { get; private set; }

    public object? LastOptions { get; private set; }

    public byte[] LastBody { get; private set; } = [];

    public Patch? LastPatch { get; private set; }

    public IReadOnlyList<string> Warnings { get; set; } = [];

    /// <summary>Runs before every verb.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

    public void Put(string key, string json) => Objects[key] = Encoding.UTF8.GetBytes(json);

    public ValueTask FreshAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

    public async ValueTask<ReadOnlyMemory<byte>> GetAsync(Call call, string resourceVersion, CancellationToken cancellation)
    {
        await EnterAsync(call, resourceVersion, cancellation);
        return Find(call);
    }

    public async ValueTask<ListAnswer> ListAsync(Call call, ListOptions options, CancellationToken cancellation)
    {
        await EnterAsync(call, options, cancellation);
        return new([.. Objects.OrderBy(p => p.Key).Select(p => (ReadOnlyMemory<byte>)p.Value)], 42, options.Limit > 0 ? "next" : "");
    }

    public async ValueTask<IAsyncEnumerable<WatchItem>> WatchAsync(Call call, WatchOptions options, CancellationToken cancellation)
    {
        await EnterAsync(call, options, cancellation);
        return ReadEvents(cancellation);
    }

    public async ValueTask<WriteAnswer> CreateAsync(Call call, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation)
    {
        await EnterAsync(call, options, cancellation);
        LastBody = body.ToArray();
        return new(body, 201, Warnings);
    }

    public async ValueTask<WriteAnswer> UpdateAsync(Call call, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation)
    {
        await EnterAsync(call, options, cancellation);
        LastBody = body.ToArray();
        return new(body, 200, Warnings);
    }

    public async ValueTask<WriteAnswer> PatchAsync(Call call, Patch patch, WriteOptions options, CancellationToken cancellation)
    {
        await EnterAsync(call, options, cancellation);
        LastPatch = patch;
        return new(Find(call), 200, Warnings);
    }

    public async ValueTask<WriteAnswer> DeleteAsync(Call call, DeleteOptions options, CancellationToken cancellation)
    {
        await EnterAsync(call, options, cancellation);
        return new(Encoding.UTF8.GetBytes("""{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Success"}"""), 200, Warnings);
    }

    public async ValueTask<ListAnswer> DeleteCollectionAsync(
        Call call, ListOptions selection, DeleteOptions options, CancellationToken cancellation)
    {
        await EnterAsync(call, (selection, options), cancellation);
        return new([.. Objects.Values.Select(o => (ReadOnlyMemory<byte>)o)], 43);
    }

    public static string Object(string kind, string name, string rest = "") =>
        $$"""{"kind":"{{kind}}","apiVersion":"v1","metadata":{"name":"{{name}}","namespace":"default","resourceVersion":"7","creationTimestamp":"2026-01-01T00:00:00Z"}{{rest}}}""";

    private Task EnterAsync(Call call, object options, CancellationToken cancellation)
    {
        LastCall = call;
        LastOptions = options;
        return Before(cancellation);
    }

    private byte[] Find(Call call) =>
        Objects.TryGetValue(call.Name, out var found)
            ? found
            : throw new ApiException(new Status
            {
                Outcome = "Failure",
                Code = 404,
                Reason = StatusReason.NotFound,
                Message = $"{call.Definition.QualifiedPlural} \"{call.Name}\" not found",
            });

    private async IAsyncEnumerable<WatchItem> ReadEvents([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var item in Events.Reader.ReadAllAsync(cancellation))
        {
            yield return item;
        }
    }
}
