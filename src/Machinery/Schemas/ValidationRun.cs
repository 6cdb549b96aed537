using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Machinery.Schemas;

/// <summary>One validation under way: where it is and what it has found.</summary>
internal sealed class ValidationRun
{
    private List<FieldError>? _errors;
    private int _trials;

    /// <summary>Where it is.</summary>
    public FieldPath Path { get; } = new();

    /// <summary>How many faults there are so far, those of trials included.</summary>
    public int Faults { get; private set; }

    /// <summary>The faults found.</summary>
    public IReadOnlyList<FieldError> Errors => _errors ?? (IReadOnlyList<FieldError>)[];

    /// <summary>Begins to count faults without describing them.</summary>
    public void BeginTrial() => _trials++;

    /// <summary>Ends a trial and forgets its faults.</summary>
    /// <param name="before">The number of faults before it.</param>
    /// <returns>The faults of the trial.</returns>
    public int EndTrial(int before)
    {
        _trials--;
        var found = Faults - before;
        Faults = before;
        return found;
    }

    /// <summary>Forgets the faults found since.</summary>
    /// <param name="before">The number of faults to keep.</param>
    public void Forget(int before)
    {
        if (_trials == 0 && _errors is not null)
        {
            _errors.RemoveRange(before, _errors.Count - before);
        }

        Faults = before;
    }

    /// <summary>A value of another type than asked for.</summary>
    public void WrongType(string expected, JsonNode? value)
    {
        if (Counts())
        {
            var path = Path.ToString();
            var found = GoText.Quote(NameOf(value));
            Add("FieldValueTypeInvalid", path, $"Invalid value: {found}: {path} in body must be of type {expected}: {found}");
        }
    }

    /// <summary>A string that is not of its format.</summary>
    public void WrongFormat(string format, string value)
    {
        if (Counts())
        {
            var path = Path.ToString();
            var found = GoText.Quote(value);
            Add("FieldValueTypeInvalid", path, $"Invalid value: {found}: {path} in body must be of type {format}: {found}");
        }
    }

    /// <summary>A value that breaks a rule; the message goes on from "in body".</summary>
    public void Wrong(JsonNode? value, string rule)
    {
        if (Counts())
        {
            var path = Path.ToString();
            Add("FieldValueInvalid", path, $"Invalid value: {GoText.Describe(value)}: {path} in body {rule}");
        }
    }

    /// <summary>A number of things that breaks a rule.</summary>
    public void WrongCount(long count, string rule)
    {
        if (Counts())
        {
            var path = Path.ToString();
            Add("FieldValueInvalid", path, $"Invalid value: {count}: {path} in body {rule}");
        }
    }

    /// <summary>A value that does not meet one of the combinations of schemas.</summary>
    public void WrongCombination(string rule)
    {
        if (Counts())
        {
            var path = Path.ToString();
            Add("FieldValueInvalid", path, $"Invalid value: \"\": {GoText.Quote(path)} {rule}");
        }
    }

    /// <summary>A member that must be there.</summary>
    public void Missing(string name, string why = "")
    {
        Path.Enter(name);
        if (Counts())
        {
            Add("FieldValueRequired", Path.ToString(), why.Length > 0 ? $"Required value: {why}" : "Required value");
        }

        Path.Leave();
    }

    /// <summary>A text that is too long.</summary>
    public void TooLong(long most)
    {
        if (Counts())
        {
            Add("FieldValueTooLong", Path.ToString(), $"Too long: may not be more than {most} bytes");
        }
    }

    /// <summary>A list or map that has too many items.</summary>
    public void TooMany(int count, long most)
    {
        if (Counts())
        {
            Add("FieldValueTooMany", Path.ToString(), $"Too many: {count}: must have at most {most} items");
        }
    }

    /// <summary>A value that is not one of a closed set.</summary>
    public void Unsupported(JsonNode value, JsonNode?[] allowed)
    {
        if (Counts())
        {
            var supported = allowed.Select(a => GoText.Quote(a is JsonValue text && text.TryGetValue(out string? s) ? s : a?.ToJsonString() ?? "null"));
            Add("FieldValueNotSupported", Path.ToString(), $"Unsupported value: {GoText.Describe(value)}: supported values: {string.Join(", ", supported)}");
        }
    }

    /// <summary>An item of a set or map that stands there twice.</summary>
    public void Duplicate(JsonNode? identity)
    {
        if (Counts())
        {
            Add("FieldValueDuplicate", Path.ToString(), $"Duplicate value: {GoText.Describe(identity)}");
        }
    }

    /// <summary>A fault told in full, at a place of its own.</summary>
    public void Report(FieldError error)
    {
        if (Counts())
        {
            Add(error.Reason, error.Field, error.Message);
        }
    }

    /// <summary>The name of a value's type in messages.</summary>
    public static string NameOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        _ => value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => "string",
            System.Text.Json.JsonValueKind.Number => JsonNumber.Of((JsonValue)value).IsInteger ? "integer" : "number",
            _ => "boolean",
        },
    };

    private bool Counts()
    {
        Faults++;
        return _trials == 0;
    }

    private void Add(string reason, string path, string message) =>
        (_errors ??= []).Add(new FieldError(reason, path.Length > 0 ? path : "<nil>", message));
}
