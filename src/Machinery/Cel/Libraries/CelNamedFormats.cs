using System.Collections.Frozen;
using Slipway.Machinery.Cel.Functions;
using Slipway.Machinery.Cel.Values;
using Slipway.Machinery.Text;

namespace Slipway.Machinery.Cel.Libraries;

/// <summary>The named formats of Kubernetes' texts.</summary>
internal static class CelNamedFormats
{
    private const string Label = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
    private const string Subdomain = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
    private const string OldLabel = "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
    private const string Value = "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
    private const string Name = "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
    private const string LabelPattern = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$";
    private const string SubdomainPattern = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";
    private const string OldLabelPattern = "^[a-z]([-a-z0-9]*[a-z0-9])?$";

    private static readonly FrozenDictionary<string, Format> Formats = new Format[]
    {
        new("dns1123Label", t => Checked(t, 63, LabelPattern, Label)),
        new("dns1123Subdomain", t => Checked(t, 253, SubdomainPattern, Subdomain)),
        new("dns1035Label", t => Checked(t, 63, OldLabelPattern, OldLabel)),
        new("dns1123LabelPrefix", t => Checked(Unhyphenated(t), 63, LabelPattern, Label)),
        new("dns1123SubdomainPrefix", t => Checked(Unhyphenated(t), 253, SubdomainPattern, Subdomain)),
        new("dns1035LabelPrefix", t => Checked(Unhyphenated(t), 63, OldLabelPattern, OldLabel)),
        new("labelValue", t => Checked(t, 63, "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$", Value)),
        new("qualifiedName", QualifiedName),
        new("uri", t => CelUrl.Parse(t) is null ? [$"parse {Json.GoText.Quote(t)}: invalid URI for request"] : []),
        new("uuid", t => StringFormats.Fits("uuid", t) ? [] : ["does not match the UUID format"]),
        new("byte", t => StringFormats.Fits("byte", t) ? [] : ["invalid base64"]),
        new("date", t => StringFormats.Fits("date", t) ? [] : ["invalid date"]),
        new("datetime", t => StringFormats.Fits("datetime", t) ? [] : ["invalid datetime"]),
    }.ToFrozenDictionary(f => f.Id);

    /// <summary>The names of the formats.</summary>
    public static IEnumerable<string> Names => Formats.Keys;

    /// <summary>The functions of this room.</summary>
    public static IEnumerable<CelFunction> All =>
    [
        CelFunction.Global("format.named", 1, a => a[0].Kind == CelKind.String
            ? CelValue.Optional(Formats.TryGetValue(a[0].AsText, out var named) ? CelValue.Of(named) : null)
            : CelOperators.NoOverload("format.named", a)),
        CelFunction.Member("validate", 2, a => a[0] is { Kind: CelKind.Opaque, AsOpaque: Format format } && a[1].Kind == CelKind.String
            ? Validate(format, a[1].AsText)
            : CelOperators.NoOverload("validate", a)),
        .. Formats.Values.Select(f => CelFunction.Global($"format.{f.Id}", 0, _ => CelValue.Of(f))),
    ];

    private static CelValue Validate(Format format, string text)
    {
        var faults = format.Check(text);
        return CelValue.Optional(faults.Length == 0 ? null : CelValue.Of(CelList.Of([.. faults.Select(CelValue.Of)])));
    }

    private static string Unhyphenated(string text) => text.Length > 1 && text[^1] == '-' ? string.Concat(text.AsSpan(0, text.Length - 2), "a") : text;

    private static string[] Checked(string text, int most, string pattern, string words) =>
        [.. text.Length > most ? [$"must be no more than {most} bytes"] : Array.Empty<string>(), .. Re2.Compile(pattern).IsMatch(text) ? Array.Empty<string>() : [words]];

    private static string[] QualifiedName(string text)
    {
        var parts = text.Split('/');
        if (parts.Length > 2)
        {
            return ["a qualified name must consist of alphanumeric characters, '-', '_' or '.', with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"];
        }

        string[] prefix = parts.Length == 1 ? [] : parts[0].Length == 0 ? ["prefix part must be non-empty"] : [.. Checked(parts[0], 253, SubdomainPattern, Subdomain).Select(f => $"prefix part {f}")];
        return parts[^1].Length == 0 ? [.. prefix, "name part must be non-empty", Name] : [.. prefix, .. Checked(parts[^1], 63, "^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$", Name)];
    }

    private sealed class Format(string id, Func<string, string[]> check) : CelOpaque
    {
        public override string TypeName => "kubernetes.NamedFormat";

        public string Id => id;

        public string[] Check(string text) => check(text);

        public override bool EqualTo(CelOpaque other) => other is Format format && format.Id == id;
    }
}
