using Slipway.Server.Failures;
using Slipway.Server.Watching;
using Slipway.Store;

namespace Slipway.Server.Verbs.Reading;

/// <summary>GET of a collection: from the cache at its newest, from the store where an older revision is asked for.</summary>
/// <param name="api">The server's parts.</param>
internal sealed class ListVerb(ApiContext api)
{
    /// <summary>Reads a collection.</summary>
    /// <param name="call">The collection.</param>
    /// <param name="options">Which part of it.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask<ListAnswer> RunAsync(Call call, ListOptions options, CancellationToken cancellation)
    {
        ListRules.Check(options);
        var selection = Selection.Parse(call.Definition, call.Version, options.LabelSelector, options.FieldSelector);
        var limit = Math.Max(0, options.Limit);
        if (options.Continue.Length > 0)
        {
            var token = ContinueToken.Parse(options.Continue);
            return await PagesAsync(call, selection, new Page(Math.Max(0, token.Revision), token.After, limit), cancellation);
        }

        var wanted = Freshness.Parse(options.ResourceVersion) ?? 0;
        if (wanted > 0 && (options.ResourceVersionMatch == "Exact" || (limit > 0 && options.ResourceVersionMatch.Length == 0)))
        {
            return await PagesAsync(call, selection, new Page(wanted, "", limit), cancellation);
        }

        await Freshness.AtLeastAsync(api, options.ResourceVersion, cancellation);
        return Newest(call, selection, limit);
    }

    /// <summary>The objects of a collection as the cache has them.</summary>
    /// <param name="call">The collection.</param>
    /// <param name="selection">Which of them.</param>
    /// <param name="revision">The revision of this state.</param>
    internal IEnumerable<CachedObject> Present(Call call, Selection selection, out long revision)
    {
        var kind = api.Cache.Kind(call.Definition);
        var reached = api.Cache.Revision;
        if (selection.Name is { } name && (call.Namespace.Length > 0 || !call.Definition.Namespaced))
        {
            // One object at most: no list is made. What is read is no older than the revision read before.
            var found = kind.Find(call.Namespace.Length > 0 ? $"{call.Namespace}/{name}" : name);
            revision = Math.Max(reached, found?.Revision ?? 0);
            return found is not null && selection.Matches(found) ? [found] : [];
        }

        var all = kind.List(call.Namespace, out var last);
        revision = Math.Max(reached, last);
        return selection.IsEverything ? all : all.Where(selection.Matches);
    }

    private ListAnswer Newest(Call call, Selection selection, long limit)
    {
        var present = Present(call, selection, out var revision);
        if (limit == 0)
        {
            return new ListAnswer(Shown(call, present as CachedObject[] ?? [.. present]), revision);
        }

        var items = new List<CachedObject>();
        var more = 0L;
        foreach (var value in present)
        {
            if (items.Count == limit)
            {
                more++;
                if (!selection.IsEverything)
                {
                    // How many more there are is told only where it costs nothing.
                    break;
                }
            }
            else
            {
                items.Add(value);
            }
        }

        return Answer(call, items, revision, more > 0 ? items[^1].Key : "", selection.IsEverything ? more : null);
    }

    private async ValueTask<ListAnswer> PagesAsync(Call call, Selection selection, Page page, CancellationToken cancellation)
    {
        var prefix = call.Definition.Prefix;
        var scope = call.Namespace.Length == 0 ? prefix : $"{prefix}{call.Namespace}/";
        var items = new List<CachedObject>();
        var (after, revision) = (page.After, page.Revision);
        while (true)
        {
            var range = await ReadAsync(
                new RangeRequest(scope)
                {
                    After = after.Length == 0 ? "" : prefix + after,
                    Limit = page.Chunk(items.Count, selection),
                    Revision = revision,
                },
                cancellation);
            if (range.Result != RangeResult.Found)
            {
                throw Lost(range, page);
            }

            revision = range.Revision;
            foreach (var value in range.Values)
            {
                var found = new CachedObject(value.Key[prefix.Length..], value.Value, value.ModRevision);
                if (selection.Matches(found))
                {
                    if (page.IsFull(items.Count))
                    {
                        return Answer(call, items, revision, after, remaining: null);
                    }

                    items.Add(found);
                }

                after = found.Key;
            }

            if (range.Remaining == 0)
            {
                return Answer(call, items, revision, "", remaining: null);
            }

            if (page.IsFull(items.Count))
            {
                return Answer(call, items, revision, after, selection.IsEverything ? range.Remaining : null);
            }
        }
    }

    private async ValueTask<RangeOutcome> ReadAsync(RangeRequest request, CancellationToken cancellation)
    {
        try
        {
            return await api.Store.RangeAsync(request, cancellation);
        }
        catch (StoreUnavailableException e)
        {
            throw Refuse.Unavailable(e.Message);
        }
    }

    private static ListAnswer Answer(Call call, IReadOnlyList<CachedObject> items, long revision, string after, long? remaining)
    {
        var shown = Shown(call, items);
        return after.Length == 0
            ? new ListAnswer(shown, revision)
            : new ListAnswer(shown, revision, new ContinueToken(revision, after).ToString(), remaining);
    }

    private static CachedObjects Shown(Call call, IReadOnlyList<CachedObject> items)
    {
        CachedObject.Prepare(items, call.Definition, call.Version);
        return new(items, call.Definition, call.Version);
    }

    private static Runtime.Clients.ApiException Lost(RangeOutcome range, Page page)
    {
        if (range.Result == RangeResult.Future)
        {
            return Refuse.Future(page.Revision, range.Revision);
        }

        return page.After.Length == 0
            ? Refuse.Expired("The resourceVersion for the provided list is too old.")
            : Refuse.Expired(
                "The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, "
                + "or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an "
                + "inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.",
                new ContinueToken(-1, page.After).ToString());
    }

    private readonly record struct Page(long Revision, string After, long Limit)
    {
        /// <summary>How many objects a search among many that do not match reads at once.</summary>
        private const int Stride = 500;

        public bool IsFull(int found) => Limit > 0 && found >= Limit;

        public int Chunk(int found, Selection selection)
        {
            var wanted = Limit - found;
            return Limit == 0 ? 0 : (int)Math.Min(int.MaxValue, selection.IsEverything ? wanted : Math.Max(Stride, wanted));
        }
    }
}
