using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Slipway.Machinery.Protobuf;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission;

/// <summary>
/// Holds the body of a built-in kind against its type, as a decoder into that type would: members that there are not are
/// taken out and noted, members without value are taken out, and the first value of a wrong type ends it.
/// </summary>
internal sealed partial class ShapeCheck
{
    private readonly Findings _findings;
    private readonly List<string> _names = [];

    private ShapeCheck(Findings findings) => _findings = findings;

    /// <summary>Checks an object; its metadata is checked elsewhere.</summary>
    /// <param name="value">The object; it is changed.</param>
    /// <param name="type">Its type.</param>
    /// <param name="findings">Where unknown members are noted.</param>
    /// <returns>The first fault as a sentence, or null.</returns>
    public static string? Clean(JsonObject value, MessageType type, Findings findings) =>
        new ShapeCheck(findings).Members(value, type, "", static name => name == "metadata");

    private string? Members(JsonObject value, MessageType type, string path, Func<string, bool> skip)
    {
        List<string>? superfluous = null;
        foreach (var (name, member) in value)
        {
            if (skip(name))
            {
                continue;
            }

            var at = path.Length == 0 ? name : $"{path}.{name}";
            if (type.Find(name) is not { } field)
            {
                _findings.Unknown(at);
                (superfluous ??= []).Add(name);
            }
            else if (member is null)
            {
                (superfluous ??= []).Add(name);
            }
            else
            {
                _names.Add(name);
                if (Fault(member, field.Shape, type, at) is { } fault)
                {
                    return fault;
                }

                _names.RemoveAt(_names.Count - 1);
            }
        }

        superfluous?.ForEach(name => value.Remove(name));
        return null;
    }

    private string? Fault(JsonNode value, FieldShape shape, MessageType holder, string path)
    {
        var kind = value.GetValueKind();
        switch (shape.Kind)
        {
            case ShapeKind.Message:
                return value is JsonObject map ? Members(map, shape.Message, path, static _ => false) : Wrong(kind, holder, GoName(shape));
            case ShapeKind.List:
                return value is JsonArray list ? Items(list, shape.Items!, holder, path) : Wrong(kind, holder, GoName(shape));
            case ShapeKind.Map:
                return value is JsonObject entries ? Entries(entries, shape.Items!, holder, path) : Wrong(kind, holder, GoName(shape));
            case ShapeKind.Flag:
                return kind is JsonValueKind.True or JsonValueKind.False ? null : Wrong(kind, holder, "bool");
            case ShapeKind.Int or ShapeKind.Long:
                return Meta.Whole(value) is { } whole && (shape.Kind == ShapeKind.Long || whole == (int)whole)
                    ? null
                    : kind == JsonValueKind.Number ? Wrong($"number {value.ToJsonString()}", holder, GoName(shape)) : Wrong(kind, holder, GoName(shape));
            case ShapeKind.Real:
                return kind == JsonValueKind.Number ? null : Wrong(kind, holder, "float64");
            case ShapeKind.IntOrString:
                return kind == JsonValueKind.String || Meta.Whole(value) is not null ? null : Wrong(kind, holder, "int32");
            case ShapeKind.Quantity:
                return kind is JsonValueKind.String or JsonValueKind.Number
                    ? QuantityForm().IsMatch(value.ToString()) ? null : "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
                    : "unable to parse quantity's suffix";
            case ShapeKind.Strings:
                return value is JsonArray strings ? Items(strings, new FieldShape(ShapeKind.Text), holder, path) : Wrong(kind, holder, "[]string");
            case ShapeKind.Text or ShapeKind.Bytes or ShapeKind.Time or ShapeKind.MicroTime:
                return kind == JsonValueKind.String ? Form((string)value!, shape.Kind) : Wrong(kind, holder, GoName(shape));
            default:
                // Raw JSON may be anything; schemas are checked by the rules of definitions.
                return null;
        }
    }

    private static string? Form(string text, ShapeKind kind)
    {
        switch (kind)
        {
            case ShapeKind.Bytes when !Convert.TryFromBase64String(text, new byte[text.Length], out _):
                return "illegal base64 data at input byte " + FirstNoBase64(text).ToString(CultureInfo.InvariantCulture);
            case ShapeKind.Time or ShapeKind.MicroTime
                when !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) || !text.Contains('T', StringComparison.Ordinal):
                return $"parsing time \"{text}\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"{text}\" as \"2006\"";
            default:
                return null;
        }
    }

    private static int FirstNoBase64(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] is not ('+' or '/'))
            {
                return i;
            }
        }

        return text.Length / 4 * 4;
    }

    private string? Items(JsonArray list, FieldShape shape, MessageType holder, string path)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is { } item && Fault(item, shape, holder, $"{path}[{i}]") is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private string? Entries(JsonObject entries, FieldShape shape, MessageType holder, string path)
    {
        foreach (var (key, entry) in entries)
        {
            if (entry is not null && Fault(entry, shape, holder, $"{path}.{key}") is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private string Wrong(JsonValueKind found, MessageType holder, string wanted) => Wrong(
        found switch
        {
            JsonValueKind.Array => "array",
            JsonValueKind.Object => "object",
            JsonValueKind.Number => "number",
            JsonValueKind.String => "string",
            _ => "bool",
        },
        holder,
        wanted);

    private string Wrong(string found, MessageType holder, string wanted) =>
        $"json: cannot unmarshal {found} into Go struct field {holder.ShortName}.{string.Join('.', _names)} of type {wanted}";

    private static string GoName(FieldShape shape) => shape.Kind switch
    {
        ShapeKind.List => "[]" + GoName(shape.Items!),
        ShapeKind.Map => "map[string]" + GoName(shape.Items!),
        ShapeKind.Message => $"{PackageOf(shape.Message.Name)}.{shape.Message.ShortName}",
        ShapeKind.Int => "int32",
        ShapeKind.Long => "int64",
        ShapeKind.Flag => "bool",
        ShapeKind.Bytes => "[]uint8",
        ShapeKind.Time => "v1.Time",
        ShapeKind.MicroTime => "v1.MicroTime",
        _ => "string",
    };

    private static string PackageOf(string name)
    {
        var parts = name.Split('.');
        return parts.Length > 1 ? parts[^2] : name;
    }

    [GeneratedRegex(@"^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex QuantityForm();
}
