namespace Slipway.Machinery.Cel.Libraries;

/// <summary>What an expression asks an authorizer about.</summary>
public sealed record CelAccess
{
    /// <summary>The path of a request for no resource; empty where a resource is asked about.</summary>
    public string Path { get; init; } = "";

    /// <summary>The API group; empty for the core one.</summary>
    public string Group { get; init; } = "";

    /// <summary>The resource, in plural.</summary>
    public string Resource { get; init; } = "";

    /// <summary>The subresource, or empty.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>The namespace; empty for the whole cluster.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The object's name, or empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>A field selector to be authorized, or empty.</summary>
    public string FieldSelector { get; init; } = "";

    /// <summary>A label selector to be authorized, or empty.</summary>
    public string LabelSelector { get; init; } = "";

    /// <summary>The verb.</summary>
    public string Verb { get; init; } = "";

    /// <summary>The service account asked about as <c>system:serviceaccount:namespace:name</c>; empty for who sent the request.</summary>
    public string ServiceAccount { get; init; } = "";
}
