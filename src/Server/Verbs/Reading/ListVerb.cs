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
        if (options.Continue.Length > 0)
        {
            var token = ContinueToken.Parse(options.Continue);
            return await PagesAsync(call, selection, new Page(token.Revision < 0 ? 0 : token.Revision, token.After, options.Limit), cancellation);
        }

        var wanted = Freshness.Parse(options.ResourceVersion) ?? 0;
        if (wanted > 0 && (options.ResourceVersionMatch == "Exact" || (options.Limit > 0 && options.ResourceVersionMatch.Length == 0)))
        {
            return await PagesAsync(call, selection, new Page(wanted, "", options.Limit), cancellation);
        }

        await Freshness.AtLeastAsync(api, options.ResourceVersion, cancellation);
        return Newest(call, selection, options.Limit);
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
        var items = new List<ReadOnlyMemory<byte>>(present is CachedObject[] all ? all.Length : 4);
        var last = "";
        var more = 0L;
        CachedObject.Prepare(limit > 0 ? present.Take((int)Math.Min(limit, int.MaxValue)) : present, call.Definition, call.Version);
        foreach (var value in present)
        {
            if (limit > 0 && items.Count == limit)
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
                items.Add(value.In(call.Definition, call.Version));
                last = value.Key;
            }
        }

        return more == 0
            ? new ListAnswer(items, revision)
            : new ListAnswer(items, revision, new ContinueToken(revision, last).ToString(), selection.IsEverything ? more : null);
    }

    private async ValueTask<ListAnswer> PagesAsync(Call call, Selection selection, Page page, CancellationToken cancellation)
    {
        var prefix = call.Definition.Prefix;
        var scope = call.Namespace.Length == 0 ? prefix : $"{prefix}{call.Namespace}/";
        var items = new List<ReadOnlyMemory<byte>>();
        var (after, revision) = (page.After, page.Revision);
        while (true)
        {
            var range = await api.Store.RangeAsync(
                new RangeRequest(scope)
                {
                    After = after.Length == 0 ? "" : prefix + after,
                    Limit = page.Limit == 0 ? 0 : (int)Math.Min(int.MaxValue, page.Limit - items.Count),
                    Revision = revision,
                },
                cancellation);
            if (range.Result != RangeResult.Found)
            {
                throw Lost(range, page);
            }

            revision = range.Revision;
            var found = range.Values.Select(v => new CachedObject(v.Key[prefix.Length..], v.Value.Span, v.ModRevision)).ToList();
            after = found.Count > 0 ? found[^1].Key : after;
            found.RemoveAll(v => !selection.Matches(v));
            CachedObject.Prepare(found, call.Definition, call.Version);
            items.AddRange(found.Select(v => v.In(call.Definition, call.Version)));

            if (range.Remaining == 0)
            {
                return new ListAnswer(items, revision);
            }

            if (items.Count >= page.Limit)
            {
                return new ListAnswer(items, revision, new ContinueToken(revision, after).ToString(), selection.IsEverything ? range.Remaining : null);
            }
        }
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

    private readonly record struct Page(long Revision, string After, long Limit);
}
