using System.Runtime.CompilerServices;
using Slipway.Server.Watching;

namespace Slipway.Server.Verbs.Reading;

/// <summary>Watches: what is present or what was missed first, then every change as it comes.</summary>
/// <param name="api">The server's parts.</param>
internal sealed class WatchVerb(ApiContext api)
{
    private static readonly TimeSpan ShortestWatch = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestWatch = TimeSpan.FromDays(1);

    /// <summary>Opens a watch.</summary>
    /// <param name="call">The collection or object.</param>
    /// <param name="options">Which part of it, and from where.</param>
    /// <param name="cancellation">Ends the watch.</param>
    public async ValueTask<IAsyncEnumerable<WatchItem>> RunAsync(Call call, WatchOptions options, CancellationToken cancellation)
    {
        ListRules.Check(options);
        var selection = Selection.Parse(call.Definition, call.Version, options.LabelSelector, options.FieldSelector);
        var revision = Freshness.Parse(options.ResourceVersion) ?? 0;
        await Freshness.AtLeastAsync(api, options.ResourceVersion, cancellation);
        if (options.AllowBookmarks)
        {
            api.Cache.WantBookmarks();
        }

        var kind = api.Cache.Kind(call.Definition);
        var view = new WatchView(call, selection);
        if (options.SendInitialEvents ?? revision == 0)
        {
            var reached = api.Cache.Revision;
            var watcher = kind.Watch(call.Namespace, options.AllowBookmarks, out var present, out var last);
            var end = options is { SendInitialEvents: true, AllowBookmarks: true } ? view.InitialEnd(Math.Max(reached, last)) : null;
            return FollowAsync(watcher, [.. view.Present(present), .. end is null ? [] : new[] { end }], view, Length(options), cancellation);
        }

        if (revision == 0)
        {
            // Nothing of what is present, only what comes.
            return FollowAsync(kind.Watch(call.Namespace, options.AllowBookmarks, out _, out _), [], view, Length(options), cancellation);
        }

        var resumed = kind.Watch(revision, call.Namespace, options.AllowBookmarks, out var missed);
        return resumed is null
            ? OnlyAsync(view.Expired(revision, kind.Since))
            : FollowAsync(resumed, missed.Select(view.Item).OfType<WatchItem>(), view, Length(options), cancellation);
    }

    private TimeSpan Length(WatchOptions options) => options.Timeout switch
    {
        null => ShortestWatch * (1 + api.Random.NextDouble()),
        var asked when asked > LongestWatch => LongestWatch,
        var asked => asked.Value,
    };

    private async IAsyncEnumerable<WatchItem> FollowAsync(
        Watcher watcher, IEnumerable<WatchItem> first, WatchView view, TimeSpan length, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var watching = watcher;
        foreach (var item in first)
        {
            yield return item;
        }

        // The end of the time and the end of the caller both end the queue: the wait for news itself then costs nothing.
        using var end = new WatchEnd(watcher, length, api.Clock, () => api.Cache.Revision);
        await using var leaving = cancellation.UnsafeRegister(static state => ((Watcher)state!).End(), watcher);
        var signals = watcher.Signals;
        while (await signals.WaitToReadAsync(CancellationToken.None))
        {
            while (signals.TryRead(out var signal))
            {
                var item = signal.Event is { } change ? view.Item(change) : view.Bookmark(signal.Revision);
                if (item is not null)
                {
                    yield return item;
                }
            }
        }

        cancellation.ThrowIfCancellationRequested();
    }

    private static async IAsyncEnumerable<WatchItem> OnlyAsync(WatchItem item)
    {
        await Task.CompletedTask;
        yield return item;
    }
}
