using System.Text.Json;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Protobuf;
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
        Check(definition, request, Complete(definition, request), findings);
    }

    /// <summary>Completes an object; the first half of <see cref="Run"/>.</summary>
    /// <param name="definition">The kind.</param>
    /// <param name="request">The write; its object is completed in place.</param>
    /// <returns>What the kind's defaults stumbled over; null where they did not.</returns>
    public Exception? Complete(ResourceDefinition definition, AdmissionRequest request)
    {
        var schema = definition.Storage.Schema?.Value;
        schema?.Default(request.Object);
        if (ShapeOf(definition) is { } type)
        {
            ShapeDefaults.Fill(request.Object, type);
            DependentDefaults.Fill(definition.Kind, request.Object);
        }

        var fault = Default(definition, request);
        if (fault is not null || _added.Contains(definition.Kind))
        {
            // What the kind's defaults added has defaults of its own.
            schema?.Default(request.Object);
        }

        return fault;
    }

    /// <summary>Checks a completed object; the second half of <see cref="Run"/>.</summary>
    /// <param name="definition">The kind.</param>
    /// <param name="request">The write.</param>
    /// <param name="fault">What <see cref="Complete"/> gave.</param>
    /// <param name="findings">Where faults go; the object may be stored when there are none.</param>
    public void Check(ResourceDefinition definition, AdmissionRequest request, Exception? fault, Findings findings)
    {
        definition.Storage.Schema?.Value.Validate(request.Object, request.OldObject, findings);
        if (findings.Errors.Count == 0 && fault is null)
        {
            Validate(definition, request, findings);
        }

        if (ShapeOf(definition) is { } type)
        {
            // What the kind's own rules say of a field, they say better.
            findings.Add(ShapeRules.Check(request, type).Where(e => findings.Errors.All(known => known.Field != e.Field)).ToList());
        }

        if (findings.Errors.Count == 0 && fault is not null)
        {
            throw new InvalidOperationException($"The defaults of {definition.Kind} failed on an object that its schema allows.", fault);
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

    private static MessageType? ShapeOf(ResourceDefinition definition) =>
        definition.BuiltIn ? BuiltInSchemas.Find(definition.Type(definition.Storage).ApiVersion, definition.Kind.Kind) : null;

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
