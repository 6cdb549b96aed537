using Slipway.Machinery.Cel.Functions;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Libraries;

/// <summary>The functions over URLs.</summary>
internal static class CelUrlFunctions
{
    /// <summary>The functions of this room.</summary>
    public static IEnumerable<CelFunction> All =>
    [
        CelFunction.Global("url", 1, a => a[0].Kind != CelKind.String ? CelOperators.NoOverload("url", a)
            : CelUrl.Parse(a[0].AsText) is { } url ? CelValue.Of(url) : CelValue.Error($"URL parse error during conversion from string: parse {Json.GoText.Quote(a[0].AsText)}: invalid URI for request")),
        CelFunction.Global("isURL", 1, a => a[0].Kind == CelKind.String ? CelValue.Of(CelUrl.Parse(a[0].AsText) is not null) : CelOperators.NoOverload("isURL", a)),
        Part("getScheme", u => CelValue.Of(u.Scheme)),
        Part("getHost", u => CelValue.Of(u.Host)),
        Part("getHostname", u => CelValue.Of(u.Hostname)),
        Part("getPort", u => CelValue.Of(u.Port)),
        Part("getEscapedPath", u => CelValue.Of(u.Path)),
        Part("getQuery", Query),
    ];

    private static CelFunction Part(string name, Func<CelUrl, CelValue> body) =>
        CelFunction.Member(name, 1, a => a[0] is { Kind: CelKind.Opaque, AsOpaque: CelUrl url } ? body(url) : CelOperators.NoOverload(name, a));

    private static CelValue Query(CelUrl url)
    {
        var entries = new Dictionary<CelValue, List<CelValue>>();
        foreach (var part in url.Query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var key = CelValue.Of(Unescape(equals < 0 ? part : part[..equals]));
            if (!entries.TryGetValue(key, out var values))
            {
                entries[key] = values = [];
            }

            values.Add(CelValue.Of(equals < 0 ? "" : Unescape(part[(equals + 1)..])));
        }

        return CelValue.Of(CelMap.Of(entries.ToDictionary(e => e.Key, e => CelValue.Of(CelList.Of(e.Value)))));
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
