
namespace Slipway.Server.Resources;

/// <summary>One version of a kind. Immutable.</summary>
internal sealed record ResourceVersion
{
    /// <summary>The version, for example <c>v1beta2</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The group in which objects of this version are written, where it is not the kind's own; null where it is.</summary>
    public string? Group { get; init; }

    /// <summary>Whether requests may name it.</summary>
    public bool Served { get; init; } = true;

    /// <summary>Whether objects are stored in it.</summary>
    public bool Storage { get; init; }

    /// <summary>The warning sent with every answer in this version; null where it is not deprecated.</summary>
    public string? DeprecationWarning { get; init; }

    /// <summary>The OpenAPI v3 schema of the object as JSON, compiled once on first use; null where anything goes.</summary>
    public Lazy<ResourceSchema>? Schema { get; init; }

    /// <summary>The columns of its tables, without the leading Name.</summary>
    public IReadOnlyList<PrinterColumn> Columns { get; init; } = [];

    /// <summary>Whether <c>status</c> is a subresource of its own.</summary>
    public bool HasStatus { get; init; }

    /// <summary>Where the replica counts are; null where there is no <c>scale</c> subresource.</summary>
    public ScalePaths? Scale { get; init; }

    /// <summary>JSON paths usable in field selectors besides metadata.name and metadata.namespace.</summary>
    public IReadOnlyList<string> SelectableFields { get; init; } = [];
}
