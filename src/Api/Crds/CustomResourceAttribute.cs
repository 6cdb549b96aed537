namespace Slipway.Api.Crds;

/// <summary>The record is one version of a kind; the generator makes its CustomResourceDefinition of all of them.</summary>
/// <param name="group">The API group.</param>
/// <param name="version">The API version.</param>
/// <param name="kind">The kind.</param>
/// <param name="plural">The resource name in paths.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class CustomResourceAttribute(string group, string version, string kind, string plural) : Attribute
{
    /// <summary>The API group.</summary>
    public string Group { get; } = group;

    /// <summary>The API version.</summary>
    public string Version { get; } = version;

    /// <summary>The kind.</summary>
    public string Kind { get; } = kind;

    /// <summary>The resource name in paths.</summary>
    public string Plural { get; } = plural;

    /// <summary>Short names for the command line, separated by commas.</summary>
    public string ShortNames { get; init; } = "";

    /// <summary>Whether objects are stored in this version.</summary>
    public bool Storage { get; init; }

    /// <summary>Whether clients are warned off this version.</summary>
    public bool Deprecated { get; init; }

    /// <summary>Whether there is a status subresource.</summary>
    public bool Status { get; init; }
}
