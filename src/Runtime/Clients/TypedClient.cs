using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Clients;

/// <summary>Typed reads and writes over any <see cref="IClient"/>.</summary>
public static class TypedClient
{
    extension(IClient client)
    {
        /// <summary>Reads an object.</summary>
        /// <typeparam name="T">Its kind.</typeparam>
        /// <param name="key">Namespace and name.</param>
        /// <param name="cancellation">Ends the call.</param>
        /// <exception cref="ApiException">Refused; <c>NotFound</c> where there is none.</exception>
        public async ValueTask<T> GetAsync<T>(ObjectKey key, CancellationToken cancellation)
            where T : class, IKind<T> =>
            Read<T>(await client.GetAsync(new ObjectTarget(T.Resource, key), cancellation));

        /// <summary>Reads an object that may not exist.</summary>
        /// <typeparam name="T">Its kind.</typeparam>
        /// <param name="key">Namespace and name.</param>
        /// <param name="cancellation">Ends the call.</param>
        /// <returns>The object, or null where there is none.</returns>
        public async ValueTask<T?> TryGetAsync<T>(ObjectKey key, CancellationToken cancellation)
            where T : class, IKind<T>
        {
            try
            {
                return await client.GetAsync<T>(key, cancellation);
            }
            catch (ApiException e) when (e.IsNotFound)
            {
                return null;
            }
        }

        /// <summary>Reads all objects of a kind, live.</summary>
        /// <typeparam name="T">Their kind.</typeparam>
        /// <param name="namespace">Only this namespace; empty for all.</param>
        /// <param name="labelSelector">A label selector; empty for all.</param>
        /// <param name="cancellation">Ends the call.</param>
        public async ValueTask<IReadOnlyList<T>> ListAsync<T>(string @namespace, string labelSelector, CancellationToken cancellation)
            where T : class, IKind<T>
        {
            var request = new ListRequest(T.Resource) { Namespace = @namespace, LabelSelector = labelSelector };
            var list = await client.ListAsync(request, cancellation);
            return [.. list.Items.Select(Read<T>)];
        }

        /// <summary>Creates an object.</summary>
        /// <typeparam name="T">Its kind.</typeparam>
        /// <param name="value">The object; its namespace says where.</param>
        /// <param name="cancellation">Ends the call.</param>
        /// <returns>The object as stored.</returns>
        public async ValueTask<T> CreateAsync<T>(T value, CancellationToken cancellation)
            where T : class, IKind<T> =>
            Read<T>(await client.CreateAsync(new ObjectTarget(T.Resource, value.Metadata.Namespace), Write(value), WriteOptions.Default, cancellation));

        /// <summary>
        /// Writes the difference between what was read and what is wanted as a merge patch, so that fields this program
        /// does not know survive. Nothing is sent where there is no difference.
        /// </summary>
        /// <typeparam name="T">The kind.</typeparam>
        /// <param name="before">The object as read.</param>
        /// <param name="after">The object as wanted.</param>
        /// <param name="part">Which part to write; the difference in other parts is ignored.</param>
        /// <param name="cancellation">Ends the call.</param>
        /// <returns>The object as stored, or <paramref name="before"/> where nothing was to be written.</returns>
        /// <exception cref="ApiException">Refused; <c>Conflict</c> where the object changed since it was read.</exception>
        public async ValueTask<T> PatchAsync<T>(T before, T after, ObjectPart part, CancellationToken cancellation)
            where T : class, IKind<T>
        {
            var was = JsonSerializer.SerializeToNode(before, T.JsonType)!.AsObject();
            var wanted = JsonSerializer.SerializeToNode(after, T.JsonType)!.AsObject();
            var body = ObjectDifference.MergePatch(was, wanted, part);
            if (body is null)
            {
                return before;
            }

            var target = new ObjectTarget(T.Resource, before.Metadata.Key, part == ObjectPart.Status ? "status" : "");
            var patch = new Patch(PatchType.Merge, JsonSerializer.SerializeToUtf8Bytes(body, JsonNodeType));
            return Read<T>(await client.PatchAsync(target, patch, WriteOptions.Default, cancellation));
        }

        /// <summary>Deletes an object of a known uid; one that is gone already is no error.</summary>
        /// <typeparam name="T">Its kind.</typeparam>
        /// <param name="value">The object as read.</param>
        /// <param name="cancellation">Ends the call.</param>
        public async ValueTask DeleteAsync<T>(T value, CancellationToken cancellation)
            where T : class, IKind<T>
        {
            try
            {
                await client.DeleteAsync(new ObjectTarget(T.Resource, value.Metadata.Key), new DeleteOptions { Uid = value.Metadata.Uid }, cancellation);
            }
            catch (ApiException e) when (e.IsNotFound || e.IsConflict)
            {
                // Gone, or another object has taken its name: either way the one meant is no more.
            }
        }
    }

    private static readonly System.Text.Json.Serialization.Metadata.JsonTypeInfo<JsonNode> JsonNodeType = NodeJson.Default.JsonNode;

    /// <summary>Reads a typed object from UTF-8 JSON.</summary>
    /// <typeparam name="T">Its kind.</typeparam>
    /// <param name="utf8">The object.</param>
    public static T Read<T>(ReadOnlyMemory<byte> utf8)
        where T : class, IKind<T> =>
        JsonSerializer.Deserialize(utf8.Span, T.JsonType) ?? throw new JsonException($"The server answered null for a {T.Resource.Kind}.");

    /// <summary>Writes a typed object as UTF-8 JSON.</summary>
    /// <typeparam name="T">Its kind.</typeparam>
    /// <param name="value">The object.</param>
    public static byte[] Write<T>(T value)
        where T : class, IKind<T> =>
        JsonSerializer.SerializeToUtf8Bytes(value, T.JsonType);
}
