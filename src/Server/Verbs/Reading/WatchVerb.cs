using System.Runtime.CompilerServices;
using Slipway.Server.Watching;

namespace Slipway.Server.Verbs.Reading;

/// <summary>Watches: what is present or what was missed first, then every change as it comes.</summary>
/// <param name="api">The server's parts.</param>
internal sealed class WatchVerb(ApiContext api)
{
    private static readonly TimeSpan ShortestWatch = TimeSpan.FromMinutes(30);

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

    private TimeSpan Length(WatchOptions options) => options.Timeout ?? ShortestWatch * (1 + api.Random.NextDouble());

    private async IAsyncEnumerable<WatchItem> FollowAsync(
        Watcher watcher, IEnumerable<WatchItem> first, WatchView view, TimeSpan length, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var watching = watcher;
        foreach (var item in first)
        {
            yield return item;
        }

        using var timeout = new CancellationTokenSource(length, api.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        var signals = watcher.Signals;
        while (await MoreAsync(signals, either.Token, cancellation))
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
    }

    private static async ValueTask<bool> MoreAsync(
        System.Threading.Channels.ChannelReader<Signal> signals, CancellationToken either, CancellationToken cancellation)
    {
        try
        {
            return await signals.WaitToReadAsync(either);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The time asked for is over: the watch ends as if nothing had happened.
            return false;
        }
    }

    private static async IAsyncEnumerable<WatchItem> OnlyAsync(WatchItem item)
    {
        await Task.CompletedTask;
        yield return item;
    }
}
