namespace Slipway.Server.Security;

/// <summary>
/// Who may do what, before there are role bindings to ask: <c>system:masters</c> may do everything, anybody may ask after
/// health and version, and whoever is known may look at discovery and ask about himself.
/// </summary>
internal static class Authorization
{
    private static readonly string[] PublicPages = ["/healthz", "/livez", "/readyz", "/version", "/version/"];
    private static readonly string[] DiscoveryPages = ["/api", "/apis", "/openapi"];

    /// <summary>Whether a caller may do everything.</summary>
    /// <param name="caller">Who asks.</param>
    public static bool IsMaster(Caller caller) => caller.Groups.Contains(Caller.Masters);

    /// <summary>Whether a caller may see one of the server's own pages.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="verb">The HTTP method in lower case.</param>
    /// <param name="path">The page.</param>
    public static bool MaySee(Caller caller, string verb, string path)
    {
        if (IsMaster(caller))
        {
            return true;
        }

        if (verb is not ("get" or "head"))
        {
            return false;
        }

        return PublicPages.Contains(path)
            || (IsKnown(caller) && DiscoveryPages.Any(page => path == page || path.StartsWith(page + "/", StringComparison.Ordinal)));
    }

    /// <summary>Whether a caller may do something with a resource.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="verb">The API verb.</param>
    /// <param name="group">The resource's group.</param>
    /// <param name="resource">The resource.</param>
    public static bool May(Caller caller, string verb, string group, string resource) =>
        IsMaster(caller) || (verb == "create" && IsKnown(caller) && IsAboutOneself(group, resource));

    private static bool IsKnown(Caller caller) => caller.Groups.Contains("system:authenticated");

    private static bool IsAboutOneself(string group, string resource) => (group, resource) is
        ("authorization.k8s.io", "selfsubjectaccessreviews" or "selfsubjectrulesreviews")
        or ("authentication.k8s.io", "selfsubjectreviews");
}
