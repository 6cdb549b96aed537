using Slipway.Machinery.Selectors;
using Slipway.Server.Failures;
using Slipway.Server.Resources;

namespace Slipway.Server.Watching;

/// <summary>Which objects of a kind a request is about, beyond their namespace. Immutable.</summary>
internal sealed class Selection
{
    private readonly ResourceDefinition _definition;
    private readonly ResourceVersion _version;
    private readonly LabelQuery _labels;
    private readonly FieldQuery _fields;

    private Selection(ResourceDefinition definition, ResourceVersion version, LabelQuery labels, FieldQuery fields)
    {
        _definition = definition;
        _version = version;
        _labels = labels;
        _fields = fields;
    }

    /// <summary>Whether all objects are meant.</summary>
    public bool IsEverything => _labels.IsEverything && _fields.IsEverything;

    /// <summary>The one name that is meant; null for any.</summary>
    public string? Name => _fields.Fixed("metadata.name");

    /// <summary>The one namespace that is meant; null for any.</summary>
    public string? Namespace => _fields.Fixed("metadata.namespace");

    /// <summary>Reads the selectors of a request.</summary>
    /// <param name="definition">The kind.</param>
    /// <param name="version">The version in which fields are named.</param>
    /// <param name="labels">The label selector; empty for all.</param>
    /// <param name="fields">The field selector; empty for all.</param>
    /// <exception cref="Runtime.Clients.ApiException">400: a selector cannot be read, or a field cannot be selected by.</exception>
    public static Selection Parse(ResourceDefinition definition, ResourceVersion version, string labels, string fields)
    {
        try
        {
            var selection = new Selection(definition, version, Labels(labels), FieldQuery.Parse(fields));
            foreach (var term in selection._fields.Terms)
            {
                if (term.Field is not ("metadata.name" or "metadata.namespace") && !version.SelectableFields.Contains($".{term.Field}"))
                {
                    throw Refuse.BadRequest($"field label not supported: {term.Field}");
                }
            }

            return selection;
        }
        catch (SelectorException e)
        {
            throw Refuse.BadRequest(e.Message);
        }
    }

    /// <summary>Whether an object is meant.</summary>
    /// <param name="value">The object.</param>
    public bool Matches(CachedObject value) =>
        _labels.Matches(value.Head.Labels) && (_fields.IsEverything || _fields.Matches((value, _definition, _version), static (source, field) => field switch
        {
            "metadata.name" => source.value.Name,
            "metadata.namespace" => source.value.Namespace,
            _ => FieldValues.Read(source.value.Content(source._definition, source._version).Span, field),
        }));

    private static LabelQuery Labels(string text)
    {
        try
        {
            return LabelQuery.Parse(text);
        }
        catch (SelectorException e)
        {
            throw Refuse.BadRequest($"unable to parse requirement: {e.Message}");
        }
    }
}
