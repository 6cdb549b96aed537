namespace Slipway.Machinery.Objects;

/// <summary>One version of a kind, with what a client must know to address it.</summary>
/// <param name="Group">The API group; empty for the core group.</param>
/// <param name="Version">The API version, for example <c>v1beta2</c>.</param>
/// <param name="Kind">The kind in singular CamelCase.</param>
/// <param name="Plural">The resource name in paths, for example <c>machines</c>.</param>
/// <param name="Namespaced">Whether objects live in namespaces.</param>
public sealed record ResourceType(string Group, string Version, string Kind, string Plural, bool Namespaced = true)
{
    /// <summary>The <c>apiVersion</c> of its objects: <c>group/version</c>, or the version alone for the core group.</summary>
    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>The kind without its version.</summary>
    public GroupKind GroupKind => new(Group, Kind);

    /// <summary>The name of its CustomResourceDefinition and of the resource in messages: <c>plural.group</c>.</summary>
    public string QualifiedPlural => Group.Length == 0 ? Plural : $"{Plural}.{Group}";

    /// <summary>The path of the collection or of one object.</summary>
    /// <param name="namespace">The namespace; empty for all namespaces or cluster scope.</param>
    /// <param name="name">The object's name; empty for the collection.</param>
    /// <param name="subresource">The subresource; empty for the object itself.</param>
    public string Path(string @namespace, string name = "", string subresource = "")
    {
        var path = Group.Length == 0 ? $"/api/{Version}" : $"/apis/{Group}/{Version}";
        if (@namespace.Length > 0)
        {
            path += $"/namespaces/{@namespace}";
        }

        path += $"/{Plural}";
        if (name.Length > 0)
        {
            path += $"/{name}";
        }

        return subresource.Length > 0 ? $"{path}/{subresource}" : path;
    }

    /// <summary>Prints <c>apiVersion Kind</c>.</summary>
    public override string ToString() => $"{ApiVersion} {Kind}";
}
