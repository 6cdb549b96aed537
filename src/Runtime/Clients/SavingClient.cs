using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Clients;

/// <summary>Writes that take more than one request, and writes whose refusal is an ordinary answer.</summary>
public static class SavingClient
{
    extension(IClient client)
    {
        /// <summary>
        /// Writes every difference between what was read and what is wanted: first the main part, then the status, each
        /// only where it differs, and each under the resource version of the state before it.
        /// </summary>
        /// <typeparam name="T">The kind.</typeparam>
        /// <param name="before">The object as read.</param>
        /// <param name="after">The object as wanted.</param>
        /// <param name="cancellation">Ends the call.</param>
        /// <returns>The object as stored, or <paramref name="before"/> where nothing was to be written.</returns>
        /// <exception cref="ApiException">Refused; <c>Conflict</c> where the object changed since it was read.</exception>
        public async ValueTask<T> SaveAsync<T>(T before, T after, CancellationToken cancellation)
            where T : class, IKind<T>
        {
            if (before.Equals(after))
            {
                return before;
            }

            var was = JsonSerializer.SerializeToNode(before, T.JsonType)!.AsObject();
            var wanted = JsonSerializer.SerializeToNode(after, T.JsonType)!.AsObject();
            var main = ObjectDifference.MergePatch(was, wanted, ObjectPart.Main);
            var status = ObjectDifference.MergePatch(was, wanted, ObjectPart.Status);
            var target = new ObjectTarget(T.Resource, before.Metadata.Key);
            var stored = ReadOnlyMemory<byte>.Empty;
            if (main is not null)
            {
                stored = await client.PatchAsync(target, Merge(main), WriteOptions.Default, cancellation);
                if (status?["metadata"] is JsonObject metadata)
                {
                    metadata["resourceVersion"] = ObjectHead.Read(stored.Span).ResourceVersion.ToString();
                }
            }

            if (status is not null)
            {
                stored = await client.PatchAsync(target with { Subresource = "status" }, Merge(status), WriteOptions.Default, cancellation);
            }

            return stored.IsEmpty ? before : TypedClient.Read<T>(stored);
        }

        /// <summary>Creates an object unless its name is taken.</summary>
        /// <typeparam name="T">Its kind.</typeparam>
        /// <param name="value">The object; its namespace says where.</param>
        /// <param name="cancellation">Ends the call.</param>
        /// <returns>The object as stored, or null where one of that name exists.</returns>
        public async ValueTask<T?> TryCreateAsync<T>(T value, CancellationToken cancellation)
            where T : class, IKind<T>
        {
            try
            {
                return await client.CreateAsync(value, cancellation);
            }
            catch (ApiException e) when (e.IsAlreadyExists)
            {
                return null;
            }
        }
    }

    private static Patch Merge(JsonObject body) => new(PatchType.Merge, UntypedClient.Write(body));
}
