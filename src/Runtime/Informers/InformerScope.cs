using Slipway.Machinery.Json;
using Slipway.Machinery.Selectors;

namespace Slipway.Runtime.Informers;

/// <summary>Which part of a collection an informer shows.</summary>
/// <param name="Namespace">Only this namespace; empty for all.</param>
/// <param name="LabelSelector">A label selector in its string form; empty for all.</param>
/// <param name="FieldSelector">A field selector in its string form; empty for all.</param>
public sealed record InformerScope(string Namespace = "", string LabelSelector = "", string FieldSelector = "")
{
    /// <summary>The whole collection.</summary>
    public static InformerScope All { get; } = new();

    /// <summary>Whether a selector leaves some objects of the namespace out.</summary>
    internal bool Selects => LabelSelector.Length > 0 || FieldSelector.Length > 0;

    /// <summary>Whether the selectors let an object through.</summary>
    /// <param name="value">The object.</param>
    internal bool Matches(Unstructured value) =>
        LabelQuery.Parse(LabelSelector).Matches(value.Metadata.Labels)
        && FieldQuery.Parse(FieldSelector).Matches(value, static (v, field) => v.Text(field.Split('.')));

    /// <summary>Whether objects of a namespace may be shown.</summary>
    /// <param name="namespace">The namespace; empty for cluster scope.</param>
    internal bool Covers(string @namespace) => Namespace.Length == 0 || Namespace == @namespace;
}
