using System.Text.Json.Nodes;
using Slipway.Server.Objects;
using Slipway.Server.Resources;

namespace Slipway.Server.Verbs.Writing;

/// <summary>The answer to a write: the object in the version of the caller.</summary>
internal static class Shown
{
    /// <summary>Makes the answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="value">The object in the stored version; it is consumed.</param>
    /// <param name="stored">Its stored form.</param>
    /// <param name="revision">Its revision; 0 for none.</param>
    public static ReadOnlyMemory<byte> Of(Call call, JsonObject value, byte[] stored, long revision)
    {
        if (!call.IsStorageVersion)
        {
            return ObjectBytes.Show(Conversion.Convert(value, call.Definition, call.Version), revision);
        }

        return revision == 0 ? stored : ObjectBytes.Show(stored, StoredHead.FindMetadata(stored), revision);
    }
}
