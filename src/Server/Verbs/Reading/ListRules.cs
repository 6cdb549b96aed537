using Slipway.Machinery.Objects;
using Slipway.Server.Admission;

namespace Slipway.Server.Verbs.Reading;

/// <summary>Which combinations of list and watch parameters make sense.</summary>
internal static class ListRules
{
    private static readonly GroupKind Kind = new("meta.k8s.io", "ListOptions");

    /// <summary>Checks the parameters of a list.</summary>
    /// <param name="options">The parameters.</param>
    /// <exception cref="Runtime.Clients.ApiException">422, or 400 for a resource version beside a token.</exception>
    public static void Check(ListOptions options)
    {
        var match = options.ResourceVersionMatch;
        var errors = new List<FieldError>();
        if (match.Length > 0)
        {
            if (options.ResourceVersion.Length == 0)
            {
                errors.Add(Forbidden("resourceVersionMatch is forbidden unless resourceVersion is provided"));
            }

            if (options.Continue.Length > 0)
            {
                errors.Add(Forbidden("resourceVersionMatch is forbidden when continue is provided"));
            }

            if (match is not ("Exact" or "NotOlderThan"))
            {
                errors.Add(Invalid.Choice("resourceVersionMatch", match, "Exact", "NotOlderThan", ""));
            }
            else if (match == "Exact" && options.ResourceVersion == "0")
            {
                errors.Add(Forbidden("resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""));
            }
        }

        if (options.SendInitialEvents is not null)
        {
            errors.Add(Invalid.Forbidden("sendInitialEvents", "sendInitialEvents is forbidden for list"));
        }

        Refuse(errors);
        if (options.Continue.Length > 0 && options.ResourceVersion is not ("" or "0"))
        {
            throw Failures.Refuse.BadRequest("specifying resource version is not allowed when using continue");
        }
    }

    /// <summary>Checks the parameters of a watch.</summary>
    /// <param name="options">The parameters.</param>
    /// <exception cref="Runtime.Clients.ApiException">422.</exception>
    public static void Check(WatchOptions options)
    {
        var match = options.ResourceVersionMatch;
        var errors = new List<FieldError>();
        if (options.SendInitialEvents is not null && match != "NotOlderThan")
        {
            errors.Add(Forbidden("sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"));
        }

        if (match.Length > 0)
        {
            if (options.SendInitialEvents is null)
            {
                errors.Add(Forbidden("resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided"));
            }

            if (match != "NotOlderThan")
            {
                errors.Add(Invalid.Choice("resourceVersionMatch", match, "NotOlderThan"));
            }

            if (options.Continue.Length > 0)
            {
                errors.Add(Forbidden("resourceVersionMatch is forbidden when continue is provided"));
            }
        }

        Refuse(errors);
    }

    private static FieldError Forbidden(string why) => Invalid.Forbidden("resourceVersionMatch", why);

    private static void Refuse(List<FieldError> errors)
    {
        if (errors.Count > 0)
        {
            throw Failures.Refuse.Invalid(Kind, "", errors);
        }
    }
}
