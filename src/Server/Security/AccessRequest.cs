namespace Slipway.Server.Security;

/// <summary>What somebody wants to do, in the terms in which permissions are given.</summary>
internal sealed record AccessRequest
{
    /// <summary>The API verb, or the HTTP method in lower case for a page of the server.</summary>
    public required string Verb { get; init; }

    /// <summary>Whether it is about a resource; else about the page <see cref="Path"/>.</summary>
    public bool IsResource { get; init; } = true;

    /// <summary>The API group; empty for the core group.</summary>
    public string Group { get; init; } = "";

    /// <summary>The version in which the resource is asked for.</summary>
    public string Version { get; init; } = "";

    /// <summary>The resource, in plural.</summary>
    public string Resource { get; init; } = "";

    /// <summary>The subresource; empty for the object itself.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>The object's name; empty for all.</summary>
    public string Name { get; init; } = "";

    /// <summary>The namespace; empty for all, and for what lives in none.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The page.</summary>
    public string Path { get; init; } = "";

    /// <summary>The resource as rules name it: <c>pods</c>, or <c>pods/status</c>.</summary>
    public string FullResource => Subresource.Length == 0 ? Resource : $"{Resource}/{Subresource}";

    /// <summary>The sentence that refuses it, as clients know it.</summary>
    /// <param name="user">Who wants it.</param>
    /// <param name="reason">Why not; may be empty.</param>
    public string Refusal(string user, string reason)
    {
        var end = reason.Length == 0 ? "" : $": {reason}";
        if (!IsResource)
        {
            return $"forbidden: User \"{user}\" cannot {Verb} path \"{Path}\"{end}";
        }

        var subject = Group.Length == 0 ? Resource : $"{Resource}.{Group}";
        var name = Name.Length == 0 ? "" : $" \"{Name}\"";
        return $"{subject}{name} is forbidden: {Denial(user)}{end}";
    }

    /// <summary>What of a resource is denied, as clients know it.</summary>
    /// <param name="user">Who wants it.</param>
    public string Denial(string user)
    {
        var scope = Namespace.Length == 0 ? "at the cluster scope" : $"in the namespace \"{Namespace}\"";
        return $"User \"{user}\" cannot {Verb} resource \"{FullResource}\" in API group \"{Group}\" {scope}";
    }
}
