using Slipway.Server.Failures;
using Slipway.Server.Objects;

namespace Slipway.Server.Verbs.Reading;

/// <summary>GET: one object.</summary>
/// <param name="api">The server's parts.</param>
internal sealed class GetVerb(ApiContext api)
{
    /// <summary>Reads an object or a subresource.</summary>
    /// <param name="call">The object.</param>
    /// <param name="resourceVersion">Empty for the newest, <c>0</c> for any, else at least this one.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask<ReadOnlyMemory<byte>> RunAsync(Call call, string resourceVersion, CancellationToken cancellation)
    {
        await Freshness.AtLeastAsync(api, resourceVersion, cancellation);
        var current = call.Find(api.Cache);
        return call.Subresource switch
        {
            "" or "status" or "approval" => current.In(call.Definition, call.Version),
            "scale" => ObjectBytes.Show(ScaleView.Of(call, current.Tree(), current.Revision), current.Revision),
            _ => throw Refuse.Method(call.Group, call.Definition.Plural),
        };
    }
}
