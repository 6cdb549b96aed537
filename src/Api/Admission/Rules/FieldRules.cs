using System.Text.RegularExpressions;
using Slipway.Api.Core.Shared;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Selectors;

namespace Slipway.Api.Admission.Rules;

/// <summary>Rules for fields that several kinds have.</summary>
internal static partial class FieldRules
{
    /// <summary>A version of Kubernetes.</summary>
    public static void Version(Faults faults, string field, string? version)
    {
        if (!string.IsNullOrEmpty(version) && !KubernetesVersion.TryParse(version, out _))
        {
            faults.Invalid(field, version, "a version has a \"v\" and three numbers, as in v1.31.0");
        }
    }

    /// <summary>A field that is set once.</summary>
    public static void Immutable(Faults faults, string field, string? old, string value)
    {
        if (!string.IsNullOrEmpty(old) && old != value)
        {
            faults.Invalid(field, value, $"the field cannot be changed once it is set; it is \"{old}\". Make a new object instead");
        }
    }

    /// <summary>A machine knows how it is to be set up.</summary>
    public static void Bootstrap(Faults faults, string field, Core.Machines.Bootstrap bootstrap)
    {
        if (bootstrap.ConfigRef is null && bootstrap.DataSecretName is null)
        {
            faults.Required($"{field}.configRef", $"name a bootstrap object here, for example a KubeadmConfigTemplate, or a secret with a ready script in {field}.dataSecretName");
        }
    }

    /// <summary>A count that is not negative.</summary>
    public static void NotNegative(Faults faults, string field, int? count)
    {
        if (count < 0)
        {
            faults.Invalid(field, count.Value, "a number of machines is 0 or more");
        }
    }

    /// <summary>A whole number or a percentage.</summary>
    public static void NumberOrPercent(Faults faults, string field, IntOrString? value)
    {
        if (value is { IsNumberOrPercent: false } text)
        {
            faults.Invalid(field, text.ToString(), "write a whole number, or a percentage as in \"25%\"");
        }
        else if (value is { Number: < 0 } number)
        {
            faults.Invalid(field, number.Number!.Value, "write a whole number of 0 or more, or a percentage as in \"25%\"");
        }
    }

    /// <summary>Labels and annotations that machines get.</summary>
    public static void Metadata(Faults faults, string field, TemplateMetadata? metadata)
    {
        foreach (var (key, value) in metadata?.Labels ?? new Dictionary<string, string>())
        {
            if ((LabelSyntax.KeyFault(key) ?? LabelSyntax.ValueFault(value)) is { } fault)
            {
                faults.Invalid($"{field}.labels", $"{key}={value}", fault);
            }
        }

        foreach (var key in metadata?.Annotations.Keys ?? [])
        {
            if (LabelSyntax.KeyFault(key) is { } fault)
            {
                faults.Invalid($"{field}.annotations", key, fault);
            }
        }
    }

    /// <summary>A selector that selects the machines of its own template.</summary>
    public static void Selector(Faults faults, LabelSelector selector, TemplateMetadata? template)
    {
        try
        {
            var query = LabelQuery.From(selector);
            if (!query.Matches(template?.Labels ?? new Dictionary<string, string>()))
            {
                faults.Invalid("spec.template.metadata.labels", Print(template), "the labels must match spec.selector, or the machines made would never be found again");
            }
        }
        catch (SelectorException broken)
        {
            faults.Invalid("spec.selector", broken.Message, "write a selector that can be understood");
        }
    }

    /// <summary>How machines are named.</summary>
    public static void Naming(Faults faults, string? template)
    {
        const string Field = "spec.machineNaming.template";
        if (template is null)
        {
            return;
        }

        if (!RandomPart().IsMatch(template))
        {
            faults.Invalid(Field, template, "the template must contain {{ .random }}, so that every machine gets a name of its own");
        }

        var name = Placeholder().Replace(template, "a");
        if (name.Length == 0 || !LabelSyntax.IsDnsSubdomain(name))
        {
            faults.Invalid(Field, template, "names made of it must consist of lower-case letters, digits, '-' and '.', with placeholders such as {{ .cluster.name }}");
        }
    }

    private static string Print(TemplateMetadata? template) =>
        string.Join(',', (template?.Labels ?? new Dictionary<string, string>()).Select(l => $"{l.Key}={l.Value}"));

    [GeneratedRegex(@"\{\{-?\s*\.random\s*-?\}\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RandomPart();

    [GeneratedRegex(@"\{\{-?\s*\.[a-zA-Z]+(\.[a-zA-Z]+)*\s*-?\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
