using System.Text.Json.Nodes;
using Slipway.Server.Objects;

namespace Slipway.Server.Security.Reviews;

/// <summary>Users as JSON.</summary>
internal static class UserJson
{
    /// <summary>Writes a user as <c>UserInfo</c> of the API.</summary>
    /// <param name="caller">The user.</param>
    public static JsonObject Write(Caller caller)
    {
        var user = new JsonObject { ["username"] = caller.Name };
        if (caller.Uid.Length > 0)
        {
            user["uid"] = caller.Uid;
        }

        Meta.SetStrings(user, "groups", caller.Groups);
        if (caller.Extra.Count > 0)
        {
            var extra = new JsonObject();
            foreach (var (key, values) in caller.Extra)
            {
                extra[key] = new JsonArray([.. values.Select(v => (JsonNode)v)]);
            }

            user["extra"] = extra;
        }

        return user;
    }

    /// <summary>Reads the user that a review asks about.</summary>
    /// <param name="spec">The review's spec.</param>
    public static Caller Read(JsonObject? spec) => new(Meta.String(spec, "user"), Meta.Strings(spec, "groups"))
    {
        Uid = Meta.String(spec, "uid"),
        Extra = (spec?["extra"] as JsonObject).Members().ToDictionary(p => p.Key, p => Meta.Strings(spec!["extra"] as JsonObject, p.Key)),
    };
}
