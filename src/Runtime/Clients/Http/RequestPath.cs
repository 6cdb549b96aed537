using System.Text;

namespace Slipway.Runtime.Clients.Http;

/// <summary>Paths and query strings of requests. Pure.</summary>
internal static class RequestPath
{
    /// <summary>The path of an object or collection.</summary>
    /// <param name="target">What.</param>
    public static string Of(ObjectTarget target) => target.Type.Path(target.Namespace, target.Name, target.Subresource);

    /// <summary>The path of a list.</summary>
    /// <param name="r">Which one.</param>
    public static string Of(ListRequest r) => r.Type.Path(r.Namespace) + Query(
        ("labelSelector", r.LabelSelector),
        ("fieldSelector", r.FieldSelector),
        ("limit", r.Limit?.ToString() ?? ""),
        ("continue", r.Continue),
        ("resourceVersion", r.ResourceVersion));

    /// <summary>The path of a watch.</summary>
    /// <param name="r">Which one.</param>
    public static string Of(WatchRequest r) => r.Type.Path(r.Namespace) + Query(
        ("watch", "true"),
        ("labelSelector", r.LabelSelector),
        ("fieldSelector", r.FieldSelector),
        ("resourceVersion", r.ResourceVersion),
        ("allowWatchBookmarks", r.AllowBookmarks ? "true" : ""));

    /// <summary>The query string of a write.</summary>
    /// <param name="o">How to write.</param>
    /// <param name="patch">The patch, where it is one.</param>
    public static string Of(WriteOptions o, PatchType? patch = null) => Query(
        ("fieldManager", o.FieldManager),
        ("dryRun", o.DryRun ? "All" : ""),
        ("fieldValidation", o.FieldValidation),
        ("force", patch == PatchType.Apply && o.Force ? "true" : ""));

    private static string Query(params ReadOnlySpan<(string Name, string Value)> parts)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in parts)
        {
            if (value.Length > 0)
            {
                text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        return text.ToString();
    }
}
