using System.Collections.Concurrent;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Server.Watching;

namespace Slipway.Server.Upkeep;

/// <summary>Deletes Events an hour after they were last written; after a restart, an hour after the start.</summary>
/// <param name="desk">Deletes objects.</param>
internal sealed class EventExpiry(ObjectDesk desk) : IChore
{
    private const string Subject = "events";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    // All live equally long, so the order of arrival is the order of expiry.
    private readonly ConcurrentQueue<(DateTimeOffset Due, string Key, long Revision)> _lives = new();

    /// <inheritdoc/>
    public string Name => "expiry of events";

    /// <inheritdoc/>
    public void Changed(KindCache kind, CacheEvent change, ChoreQueue queue)
    {
        if (kind.Prefix != "/registry/events/" || change.Type == WatchEventType.Deleted)
        {
            return;
        }

        var isFirst = _lives.IsEmpty;
        _lives.Enqueue((desk.Clock.GetUtcNow() + Lifetime, change.Object.Key, change.Revision));
        if (isFirst)
        {
            queue.AddAfter(Subject, Lifetime, "the oldest Event's hour");
        }
    }

    /// <inheritdoc/>
    public async ValueTask RunAsync(string subject, ChoreQueue queue, CancellationToken cancellation)
    {
        var definition = desk.Kinds.Find(new GroupKind("", "Event"))!;
        while (_lives.TryPeek(out var life))
        {
            var left = life.Due - desk.Clock.GetUtcNow();
            if (left > TimeSpan.Zero)
            {
                queue.AddAfter(Subject, left, "the oldest Event's hour");
                return;
            }

            if (desk.Cache.Kind(definition).Find(life.Key) is { } value && value.Revision == life.Revision)
            {
                await desk.DeleteAsync(definition, value, "Background", cancellation);
            }

            _lives.TryDequeue(out _);
        }
    }
}
