using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.Webhooks;

/// <summary>What the address of a webhook must be like.</summary>
internal static class ClientConfigChecks
{
    /// <summary>Checks an address.</summary>
    /// <param name="config">The <c>clientConfig</c>.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="errors">Where faults go.</param>
    public static void Run(JsonObject config, string path, List<FieldError> errors)
    {
        switch (config["url"], config["service"])
        {
            case (null, JsonObject service):
                Service(service, $"{path}.service", errors);
                break;
            case ({ } url, null):
                Url(Meta.IsText(url) ? Meta.String(config, "url") : url.ToJsonString(), $"{path}.url", errors);
                break;
            default:
                errors.Add(Invalid.Required(path, "exactly one of url or service is required"));
                break;
        }
    }

    private static void Url(string text, string path, List<FieldError> errors)
    {
        const string form = "; desired format: https://host[/path]";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            errors.Add(Invalid.Required(path, "url must be a valid URL" + form));
            return;
        }

        if (url.Scheme != Uri.UriSchemeHttps)
        {
            errors.Add(Invalid.Value(path, url.Scheme, "'https' is the only allowed URL scheme" + form));
        }

        if (url.Host.Length == 0)
        {
            errors.Add(Invalid.Value(path, url.Host, "host must be specified" + form));
        }

        if (url.UserInfo.Length > 0)
        {
            errors.Add(Invalid.Value(path, "...", "user information is not permitted in the URL"));
        }

        if (url.Fragment.Length > 0)
        {
            errors.Add(Invalid.Value(path, url.Fragment, "fragments are not permitted in the URL"));
        }

        if (url.Query.Length > 0)
        {
            errors.Add(Invalid.Value(path, url.Query, "query parameters are not permitted in the URL"));
        }
    }

    private static void Service(JsonObject service, string path, List<FieldError> errors)
    {
        foreach (var name in (ReadOnlySpan<string>)["name", "namespace"])
        {
            if (Meta.String(service, name).Length == 0)
            {
                errors.Add(Invalid.Required($"{path}.{name}", $"service {name} is required"));
            }
        }

        if (Meta.Whole(service["port"]) is not (>= 1 and <= 65535))
        {
            errors.Add(Invalid.Value($"{path}.port", service["port"], "port is not valid: must be between 1 and 65535, inclusive"));
        }

        if (service["path"] is null)
        {
            return;
        }

        var location = Meta.String(service, "path");
        if (!location.StartsWith('/'))
        {
            errors.Add(Invalid.Value($"{path}.path", location, "must start with a '/'"));
        }
        else if (location.Length > 1 && location.TrimEnd('/')[1..].Split('/').Contains(""))
        {
            errors.Add(Invalid.Value($"{path}.path", location, "segments may not be empty"));
        }
    }
}
