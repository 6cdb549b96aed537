using System.Globalization;
using Slipway.Server.Failures;

namespace Slipway.Server.Verbs.Reading;

/// <summary>How new a read must be.</summary>
internal static class Freshness
{
    /// <summary>Reads a resource version as a request gives it.</summary>
    /// <param name="resourceVersion">A decimal number; empty counts as null.</param>
    /// <exception cref="Runtime.Clients.ApiException">400: it is no resource version.</exception>
    public static long? Parse(string resourceVersion)
    {
        if (resourceVersion.Length == 0)
        {
            return null;
        }

        return long.TryParse(resourceVersion, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? revision
            : throw Refuse.BadRequest($"Invalid value: \"{resourceVersion}\": a resource version is a whole number that the server gave");
    }

    /// <summary>Waits until the cache is as new as a read wants it.</summary>
    /// <param name="api">The server's parts.</param>
    /// <param name="resourceVersion">Empty for the newest, <c>0</c> for any, else at least this one.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="Runtime.Clients.ApiException">504: the revision does not come within three seconds.</exception>
    public static ValueTask AtLeastAsync(ApiContext api, string resourceVersion, CancellationToken cancellation) => Parse(resourceVersion) switch
    {
        null => api.Cache.FreshAsync(cancellation),
        0 => default,
        var revision => new ValueTask(ReachAsync(api, revision.Value, cancellation)),
    };

    private static async Task ReachAsync(ApiContext api, long revision, CancellationToken cancellation)
    {
        try
        {
            await api.Cache.ReachAsync(revision).WaitAsync(ApiContext.Patience, api.Clock, cancellation);
        }
        catch (TimeoutException)
        {
            throw Refuse.Future(revision, api.Cache.Revision);
        }
    }
}
