using System.Text.Json;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Objects;
using Slipway.Server.OpenApi;
using Slipway.Server.Resources;

namespace Slipway.Server.Admission;

/// <summary>
/// The defaults and rules that a write passes, in order: the schema's defaults, the kind's defaults, the schema, the rules
/// for metadata, the kind's rules. Rules that come from outside see writes of the main resource only; the built-in ones
/// see subresources as well.
/// </summary>
internal sealed class AdmissionChain
{
    private readonly Dictionary<GroupKind, IKindAdmission> _builtIn;
    private readonly ILookup<GroupKind, IKindAdmission> _added;

    /// <summary>Makes a chain.</summary>
    /// <param name="builtIn">The rules of built-in kinds.</param>
    /// <param name="added">The rules that the server's owner adds.</param>
    public AdmissionChain(IEnumerable<IKindAdmission> builtIn, IEnumerable<IKindAdmission> added)
    {
        _builtIn = builtIn.ToDictionary(a => a.Kind);
        _added = added.ToLookup(a => a.Kind);
    }

    /// <summary>Completes and checks an object in the version it is stored in.</summary>
    /// <param name="definition">The kind.</param>
    /// <param name="request">The write; its object is completed in place.</param>
    /// <param name="findings">Where faults go; the object may be stored when there are none.</param>
    public void Run(ResourceDefinition definition, AdmissionRequest request, Findings findings)
    {
        var value = request.Object;
        var schema = definition.Storage.Schema?.Value;
        schema?.Default(value);
        var type = definition.BuiltIn ? BuiltInSchemas.Find(definition.Type(definition.Storage).ApiVersion, definition.Kind.Kind) : null;
        if (type is not null)
        {
            ShapeDefaults.Fill(value, type);
            DependentDefaults.Fill(definition.Kind, value);
        }

        if (Default(definition, request) is { } fault)
        {
            schema?.Default(value);
            schema?.Validate(value, request.OldObject, findings);
            if (findings.Errors.Count == 0)
            {
                throw new InvalidOperationException($"The defaults of {definition.Kind} failed on an object that its schema allows.", fault);
            }

            return;
        }

        if (_added.Contains(definition.Kind))
        {
            // What the kind's defaults added has defaults of its own.
            schema?.Default(value);
        }

        schema?.Validate(value, request.OldObject, findings);
        if (findings.Errors.Count == 0)
        {
            Validate(definition, request, findings);
        }

        if (type is not null)
        {
            // What the kind's own rules say of a field, they say better.
            findings.Add(ShapeRules.Check(request, type).Where(e => findings.Errors.All(known => known.Field != e.Field)).ToList());
        }
    }

    /// <summary>Asks whether an object may be deleted.</summary>
    /// <param name="definition">The kind.</param>
    /// <param name="request">The deletion.</param>
    /// <param name="findings">Where objections go.</param>
    public void CheckDeletion(ResourceDefinition definition, AdmissionRequest request, Findings findings)
    {
        foreach (var added in _added[definition.Kind])
        {
            findings.Add(added.Validate(request));
        }
    }

    private Exception? Default(ResourceDefinition definition, AdmissionRequest request)
    {
        try
        {
            if (_builtIn.TryGetValue(definition.Kind, out var builtIn))
            {
                builtIn.Default(request);
            }

            if (request.Subresource.Length == 0)
            {
                foreach (var added in _added[definition.Kind])
                {
                    added.Default(request);
                }
            }

            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or JsonException or InvalidCastException)
        {
            // Defaults read an object before the schema was held against it: a value of the wrong type may stop them. The
            // schema then says what is wrong, better than this exception would.
            return e;
        }
    }

    private void Validate(ResourceDefinition definition, AdmissionRequest request, Findings findings)
    {
        var errors = new List<FieldError>();
        MetadataRules.Check(request.Object, definition, errors);
        if (request.OldObject is { } old)
        {
            MetadataRules.CheckNoNewFinalizers(old, request.Object, errors);
        }

        findings.Add(errors);
        if (_builtIn.TryGetValue(definition.Kind, out var builtIn))
        {
            findings.Add(builtIn.Validate(request));
        }

        if (request.Subresource.Length == 0)
        {
            foreach (var added in _added[definition.Kind])
            {
                findings.Add(added.Validate(request));
            }
        }
    }
}
