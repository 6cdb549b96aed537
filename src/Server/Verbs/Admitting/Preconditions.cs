using System.Globalization;
using System.Text.Json.Nodes;
using Slipway.Server.Admission;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.Watching;

namespace Slipway.Server.Verbs.Admitting;

/// <summary>What a write may take for granted about the object it changes.</summary>
internal static class Preconditions
{
    /// <summary>Checks that the wanted object is meant for this one, in the state that the caller knows.</summary>
    /// <param name="call">The call.</param>
    /// <param name="value">The object wanted; its resource version, where given, must be the present one.</param>
    /// <param name="current">The present object.</param>
    /// <exception cref="Runtime.Clients.ApiException">400: another name; 409: another object or version; 422: no version where one is needed.</exception>
    public static void Check(Call call, JsonObject value, CachedObject current)
    {
        CheckAddress(call, value);
        var metadata = Meta.Of(value);
        var uid = Meta.String(metadata, "uid");
        if (uid.Length > 0 && uid != current.Head.Uid)
        {
            throw call.Conflict($"Precondition failed: UID in precondition: {uid}, UID in object meta: {current.Head.Uid}");
        }

        var revision = Meta.String(metadata, "resourceVersion");
        if (revision is "" or "0")
        {
            if (!call.Definition.Traits.UnconditionalUpdate && call.Subresource != "scale")
            {
                throw call.Invalid(call.Name, [Invalid.Value("metadata.resourceVersion", JsonValue.Create(0), "must be specified for an update")]);
            }
        }
        else if (!long.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw call.Invalid(call.Name, [Invalid.Value("metadata.resourceVersion", revision, "a resource version is a whole number that the server gave")]);
        }
        else if (number != current.Revision)
        {
            throw call.Modified();
        }
    }

    /// <summary>Checks that a body names the object of the path.</summary>
    /// <param name="call">The call.</param>
    /// <param name="value">The body.</param>
    /// <exception cref="Runtime.Clients.ApiException">400: it names another.</exception>
    public static void CheckAddress(Call call, JsonObject value)
    {
        var metadata = Meta.Of(value);
        var name = Meta.String(metadata, "name");
        if (name != call.Name)
        {
            throw Refuse.BadRequest($"the name of the object ({name}) does not match the name on the URL ({call.Name})");
        }

        var @namespace = Meta.String(metadata, "namespace");
        if (@namespace.Length > 0 && @namespace != call.Namespace)
        {
            throw Refuse.BadRequest($"the namespace of the object ({@namespace}) does not match the namespace on the request ({call.Namespace})");
        }
    }
}
