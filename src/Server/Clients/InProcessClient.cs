using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Server.Failures;
using Slipway.Server.Resources;
using Slipway.Server.Security;
using Slipway.Server.Verbs;

namespace Slipway.Server.Clients;

/// <summary>
/// The client of programs that live in the server's process: the same verbs as over HTTP, without the socket. What it hands
/// out are the server's own bytes.
/// </summary>
/// <param name="registry">The kinds.</param>
/// <param name="verbs">The verbs.</param>
/// <param name="caller">In whose name.</param>
internal sealed class InProcessClient(IResourceRegistry registry, IVerbs verbs, Caller caller) : IClient
{
    private const string DefaultManager = "slipway";

    private static readonly JsonTypeInfo<Status> StatusType = KubernetesJson.Of<Status>(KubernetesJson.Default);

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> GetAsync(ObjectTarget target, CancellationToken cancellation) => verbs.GetAsync(CallOf(target), "", cancellation);

    /// <inheritdoc/>
    public async ValueTask<ObjectList> ListAsync(ListRequest request, CancellationToken cancellation)
    {
        var options = new ListOptions
        {
            LabelSelector = request.LabelSelector,
            FieldSelector = request.FieldSelector,
            Limit = request.Limit ?? 0,
            Continue = request.Continue,
            ResourceVersion = request.ResourceVersion,
        };
        var answer = await verbs.ListAsync(CallOf(request.Type, request.Namespace, ""), options, cancellation);
        return new ObjectList(answer.Items, answer.ResourceVersion.ToString(), answer.Continue);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<WatchEvent> WatchAsync(WatchRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var options = new WatchOptions
        {
            LabelSelector = request.LabelSelector,
            FieldSelector = request.FieldSelector,
            ResourceVersion = request.ResourceVersion,
            AllowBookmarks = request.AllowBookmarks,
        };
        var items = await verbs.WatchAsync(CallOf(request.Type, request.Namespace, ""), options, cancellation);
        await foreach (var item in items.WithCancellation(cancellation))
        {
            if (item.Type is not { } type)
            {
                throw new ApiException(JsonSerializer.Deserialize(item.Object.Span, StatusType)!);
            }

            yield return new WatchEvent(type, item.Object);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> CreateAsync(
        ObjectTarget target, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation) =>
        (await verbs.CreateAsync(CallOf(target), body, Named(options), cancellation)).Object;

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> UpdateAsync(
        ObjectTarget target, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation) =>
        (await verbs.UpdateAsync(CallOf(target), body, Named(options), cancellation)).Object;

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> PatchAsync(ObjectTarget target, Patch patch, WriteOptions options, CancellationToken cancellation) =>
        (await verbs.PatchAsync(CallOf(target), patch, patch.Type == PatchType.Apply ? options : Named(options), cancellation)).Object;

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> DeleteAsync(ObjectTarget target, DeleteOptions options, CancellationToken cancellation) =>
        (await verbs.DeleteAsync(CallOf(target), options, cancellation)).Object;

    /// <summary>Over HTTP the client's program names the field manager; here it is always the same program.</summary>
    private static WriteOptions Named(WriteOptions options) => options.FieldManager.Length > 0 ? options : options with { FieldManager = DefaultManager };

    private Call CallOf(ObjectTarget target) => CallOf(target.Type, target.Namespace, target.Name) with { Subresource = target.Subresource };

    private Call CallOf(ResourceType type, string @namespace, string name)
    {
        var (definition, version) = registry.Current.Find(type.Group, type.Version, type.Plural) ?? throw Refuse.NoSuchResource();
        return new Call(caller, definition, version, definition.Namespaced ? @namespace : "", name);
    }
}
