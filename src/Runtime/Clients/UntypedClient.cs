using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Clients;

/// <summary>Reads and writes of objects of any kind over any <see cref="IClient"/>.</summary>
public static class UntypedClient
{
    extension(IClient client)
    {
        /// <summary>Reads an object.</summary>
        /// <param name="type">Its kind and the version wanted.</param>
        /// <param name="key">Namespace and name.</param>
        /// <param name="cancellation">Ends the call.</param>
        /// <exception cref="ApiException">Refused; <c>NotFound</c> where there is none.</exception>
        public async ValueTask<Unstructured> GetAsync(ResourceType type, ObjectKey key, CancellationToken cancellation) =>
            Unstructured.Parse((await client.GetAsync(new ObjectTarget(type, key), cancellation)).Span);

        /// <summary>Reads an object that may not exist.</summary>
        /// <param name="type">Its kind and the version wanted.</param>
        /// <param name="key">Namespace and name.</param>
        /// <param name="cancellation">Ends the call.</param>
        /// <returns>The object, or null where there is none.</returns>
        public async ValueTask<Unstructured?> TryGetAsync(ResourceType type, ObjectKey key, CancellationToken cancellation)
        {
            try
            {
                return await client.GetAsync(type, key, cancellation);
            }
            catch (ApiException e) when (e.IsNotFound)
            {
                return null;
            }
        }

        /// <summary>Reads all objects of a kind, live.</summary>
        /// <param name="type">Their kind and the version wanted.</param>
        /// <param name="namespace">Only this namespace; empty for all.</param>
        /// <param name="labelSelector">A label selector; empty for all.</param>
        /// <param name="cancellation">Ends the call.</param>
        public async ValueTask<IReadOnlyList<Unstructured>> ListAsync(
            ResourceType type, string @namespace, string labelSelector, CancellationToken cancellation)
        {
            var request = new ListRequest(type) { Namespace = @namespace, LabelSelector = labelSelector };
            var list = await client.ListAsync(request, cancellation);
            return [.. list.Items.Select(i => Unstructured.Parse(i.Span))];
        }

        /// <summary>Creates an object.</summary>
        /// <param name="type">Its kind, in the version it is written in.</param>
        /// <param name="value">The object; its namespace says where.</param>
        /// <param name="cancellation">Ends the call.</param>
        /// <returns>The object as stored.</returns>
        /// <exception cref="ApiException">Refused; <c>AlreadyExists</c> where the name is taken.</exception>
        public async ValueTask<Unstructured> CreateAsync(ResourceType type, Unstructured value, CancellationToken cancellation)
        {
            var target = new ObjectTarget(type, value.Text("metadata", "namespace") ?? "");
            return Unstructured.Parse((await client.CreateAsync(target, Write(value.Json), WriteOptions.Default, cancellation)).Span);
        }

        /// <summary>Writes the difference between what was read and what is wanted, as a merge patch.</summary>
        /// <param name="type">The kind, in the version both states are written in.</param>
        /// <param name="before">The object as read.</param>
        /// <param name="after">The object as wanted.</param>
        /// <param name="part">Which part to write; the difference in other parts is ignored.</param>
        /// <param name="cancellation">Ends the call.</param>
        /// <returns>The object as stored, or <paramref name="before"/> where nothing was to be written.</returns>
        /// <exception cref="ApiException">Refused; <c>Conflict</c> where the object changed since it was read.</exception>
        public async ValueTask<Unstructured> PatchAsync(
            ResourceType type, Unstructured before, Unstructured after, ObjectPart part, CancellationToken cancellation)
        {
            if (ObjectDifference.MergePatch(before.Json, after.Json, part) is not { } body)
            {
                return before;
            }

            var target = new ObjectTarget(type, before.Metadata.Key, part == ObjectPart.Status ? "status" : "");
            return Unstructured.Parse((await client.PatchAsync(target, new Patch(PatchType.Merge, Write(body)), WriteOptions.Default, cancellation)).Span);
        }

        /// <summary>Changes the metadata of an object of any kind, under the resource version that was read.</summary>
        /// <param name="type">The kind.</param>
        /// <param name="before">The object as read.</param>
        /// <param name="metadata">The metadata as wanted.</param>
        /// <param name="cancellation">Ends the call.</param>
        /// <returns>The object as stored, or <paramref name="before"/> where nothing was to be written.</returns>
        /// <exception cref="ApiException">Refused; <c>Conflict</c> where the object changed since it was read.</exception>
        public async ValueTask<Unstructured> PatchMetadataAsync(
            ResourceType type, Unstructured before, ObjectMeta metadata, CancellationToken cancellation)
        {
            var metaType = KubernetesJson.Of<ObjectMeta>(KubernetesJson.Default);
            var was = new JsonObject { ["metadata"] = JsonSerializer.SerializeToNode(before.Metadata, metaType) };
            var wanted = new JsonObject { ["metadata"] = JsonSerializer.SerializeToNode(metadata, metaType) };
            if (ObjectDifference.MergePatch(was, wanted, ObjectPart.Main) is not { } body)
            {
                return before;
            }

            var target = new ObjectTarget(type, before.Metadata.Key);
            return Unstructured.Parse((await client.PatchAsync(target, new Patch(PatchType.Merge, Write(body)), WriteOptions.Default, cancellation)).Span);
        }

        /// <summary>Deletes an object of a known uid; one that is gone already is no error.</summary>
        /// <param name="type">The kind.</param>
        /// <param name="value">The object as read.</param>
        /// <param name="cancellation">Ends the call.</param>
        public async ValueTask DeleteAsync(ResourceType type, Unstructured value, CancellationToken cancellation)
        {
            try
            {
                await client.DeleteAsync(new ObjectTarget(type, value.Metadata.Key), new DeleteOptions { Uid = value.Metadata.Uid }, cancellation);
            }
            catch (ApiException e) when (e.IsNotFound || e.IsConflict)
            {
                // Gone, or another object has taken its name: either way the one meant is no more.
            }
        }
    }

    /// <summary>Writes a JSON tree as UTF-8.</summary>
    /// <param name="json">The tree.</param>
    internal static byte[] Write(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, NodeJson.Default.JsonObject);
}
