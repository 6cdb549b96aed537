using Slipway.Server.Objects;
using Slipway.Server.Watching;

namespace Slipway.Server.Verbs.Writing;

/// <summary>The side of an object that a caller sees: the object in his version, or its scale.</summary>
internal static class Face
{
    /// <summary>The side of a present object.</summary>
    /// <param name="call">The call.</param>
    /// <param name="current">The object.</param>
    public static ReadOnlyMemory<byte> Show(Call call, CachedObject current) => call.Subresource == "scale"
        ? ObjectBytes.Show(ScaleView.Of(call, current.Tree(), current.Revision), current.Revision)
        : current.In(call.Definition, call.Version);

    /// <summary>The side of an object that was just written.</summary>
    /// <param name="call">The call.</param>
    /// <param name="plan">What was written.</param>
    /// <param name="revision">The revision of the write.</param>
    public static ReadOnlyMemory<byte> Show(Call call, ChangePlan plan, long revision) => call.Subresource == "scale"
        ? ObjectBytes.Show(ScaleView.Of(call, plan.Value, revision), revision)
        : Shown.Of(call, plan.Value, plan.Stored!, revision);
}
