using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Slipway.Server.Failures;
using Slipway.Server.Objects;

namespace Slipway.Server.Verbs.Reading;

/// <summary>Where a list goes on: base64url of a small JSON object, in the form that Kubernetes gives it.</summary>
/// <param name="Revision">The revision of all pages; -1 to go on with what is there now.</param>
/// <param name="After">The key within the kind after which the next page begins.</param>
internal readonly record struct ContinueToken(long Revision, string After)
{
    private const string Form = "meta.k8s.io/v1";

    /// <summary>Reads a token.</summary>
    /// <param name="text">The token.</param>
    /// <exception cref="Runtime.Clients.ApiException">400: it is none of ours.</exception>
    public static ContinueToken Parse(string text)
    {
        try
        {
            var json = JsonNode.Parse(Base64Url.DecodeFromChars(text)) as JsonObject;
            var start = Meta.String(json, "start").TrimEnd('\0');
            if (Meta.String(json, "v") == Form && Meta.Whole(json?["rv"]) is { } revision && revision != 0 && start.Length > 0)
            {
                return new(revision, start);
            }
        }
        catch (Exception e) when (e is FormatException or System.Text.Json.JsonException)
        {
            throw Invalid(e.Message);
        }

        throw Invalid("use a token that this server gave, and give it unchanged");
    }

    private static Runtime.Clients.ApiException Invalid(string why) =>
        Refuse.BadRequest($"invalid continue token: continue key is not valid: {why}");

    /// <summary>Prints the token.</summary>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        new JsonObject { ["v"] = Form, ["rv"] = Revision, ["start"] = $"{After}\0" }.ToJsonString()));
}
