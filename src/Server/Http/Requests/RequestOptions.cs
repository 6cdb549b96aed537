using System.Globalization;
using Microsoft.AspNetCore.Http;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Server.Verbs;

namespace Slipway.Server.Http.Requests;

/// <summary>Query parameters as the options of verbs. Refusals name the parameter.</summary>
internal static class RequestOptions
{
    private const int LongestFieldManager = 128;

    /// <summary>Options of a list or a deletion of a collection.</summary>
    /// <param name="query">The query.</param>
    public static ListOptions List(IQueryCollection query) => new()
    {
        LabelSelector = Text(query, "labelSelector"),
        FieldSelector = Text(query, "fieldSelector"),
        Limit = Number(query, "limit") ?? 0,
        Continue = Text(query, "continue"),
        ResourceVersion = Text(query, "resourceVersion"),
        ResourceVersionMatch = Text(query, "resourceVersionMatch"),
        SendInitialEvents = query.ContainsKey("sendInitialEvents") ? RequestPath.Flag(query, "sendInitialEvents") : null,
    };

    /// <summary>Options of a watch.</summary>
    /// <param name="query">The query.</param>
    public static WatchOptions Watch(IQueryCollection query) => new()
    {
        LabelSelector = Text(query, "labelSelector"),
        FieldSelector = Text(query, "fieldSelector"),
        ResourceVersion = Text(query, "resourceVersion"),
        ResourceVersionMatch = Text(query, "resourceVersionMatch"),
        Continue = Text(query, "continue"),
        AllowBookmarks = RequestPath.Flag(query, "allowWatchBookmarks"),
        SendInitialEvents = query.ContainsKey("sendInitialEvents") ? RequestPath.Flag(query, "sendInitialEvents") : null,
        Timeout = Number(query, "timeoutSeconds") is > 0 and var seconds ? TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue)) : null,
    };

    /// <summary>Options of a write.</summary>
    /// <param name="query">The query.</param>
    /// <param name="userAgent">The client's name, the default field manager up to its first slash.</param>
    /// <param name="kind"><c>CreateOptions</c>, <c>UpdateOptions</c> or <c>PatchOptions</c>.</param>
    /// <param name="patch">The type of the patch; null where it is none.</param>
    public static WriteOptions Write(IQueryCollection query, string userAgent, string kind, PatchType? patch)
    {
        var errors = new List<FieldError>();
        var dryRun = DryRun(query["dryRun"], errors);
        var manager = Text(query, "fieldManager");
        if (manager.Length > LongestFieldManager)
        {
            errors.Add(new("FieldValueTooLong", "fieldManager", $"Too long: may not be more than {LongestFieldManager} bytes"));
        }
        else if (manager.Any(char.IsControl))
        {
            errors.Add(new("FieldValueInvalid", "fieldManager", $"Invalid value: \"{manager}\": should only contain printable characters"));
        }

        var validation = Text(query, "fieldValidation");
        if (validation is not ("" or "Ignore" or "Warn" or "Strict"))
        {
            errors.Add(NotSupported("fieldValidation", validation, "\"Ignore\", \"Strict\", \"Warn\""));
        }

        if (patch == PatchType.Apply && manager.Length == 0)
        {
            errors.Add(new("FieldValueRequired", "fieldManager", "Required value: is required for apply patch"));
        }

        if (patch is not (null or PatchType.Apply) && query.ContainsKey("force"))
        {
            errors.Add(new("FieldValueForbidden", "force", "Forbidden: may not be specified for non-apply patch"));
        }

        if (errors.Count > 0)
        {
            throw Refusal.InvalidOptions(kind, errors);
        }

        return new()
        {
            DryRun = dryRun,
            FieldManager = manager.Length > 0 ? manager : userAgent.Split('/', 2)[0],
            FieldValidation = validation.Length > 0 ? validation : "Warn",
            Force = RequestPath.Flag(query, "force"),
        };
    }

    /// <summary>The text of a parameter; empty where it is absent.</summary>
    /// <param name="query">The query.</param>
    /// <param name="name">The parameter.</param>
    public static string Text(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var values) && values.Count > 0 ? values[0] ?? "" : "";

    /// <summary>The whole number of a parameter; null where it is absent.</summary>
    /// <param name="query">The query.</param>
    /// <param name="name">The parameter.</param>
    public static long? Number(IQueryCollection query, string name)
    {
        var text = Text(query, name);
        if (text.Length == 0)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refusal.BadRequest($"the query parameter {name} must be a whole number, but is \"{text}\"");
    }

    /// <summary>Reads the <c>dryRun</c> directives.</summary>
    /// <param name="values">The directives; none means no dry run.</param>
    /// <param name="errors">Takes what is wrong with them.</param>
    public static bool DryRun(IEnumerable<string?> values, List<FieldError> errors)
    {
        var dryRun = false;
        foreach (var value in values)
        {
            if (value == "All")
            {
                dryRun = true;
            }
            else
            {
                errors.Add(NotSupported("dryRun", value ?? "", "\"All\""));
            }
        }

        return dryRun;
    }

    /// <summary>A value outside a closed set.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">What it holds.</param>
    /// <param name="supported">What it may hold, quoted and separated by commas.</param>
    public static FieldError NotSupported(string field, string value, string supported) =>
        new("FieldValueNotSupported", field, $"Unsupported value: \"{value}\": supported values: {supported}");
}
