using Slipway.Machinery.Objects;

namespace Slipway.Api.Admission.Rules;

/// <summary>Collects what is wrong with an object.</summary>
internal sealed class Faults
{
    private readonly List<FieldError> _list = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<FieldError> List => _list;

    /// <summary>A field must be there.</summary>
    /// <param name="field">The field's path.</param>
    /// <param name="remedy">What to write.</param>
    public void Required(string field, string remedy) => _list.Add(new("FieldValueRequired", field, $"Required value: {remedy}"));

    /// <summary>A value is not as it must be.</summary>
    /// <param name="field">The field's path.</param>
    /// <param name="value">The value found.</param>
    /// <param name="remedy">What to write instead.</param>
    public void Invalid(string field, string value, string remedy) =>
        _list.Add(new("FieldValueInvalid", field, $"Invalid value: {Quoted(value)}: {remedy}"));

    /// <summary>A number is not as it must be.</summary>
    /// <param name="field">The field's path.</param>
    /// <param name="value">The number found.</param>
    /// <param name="remedy">What to write instead.</param>
    public void Invalid(string field, long value, string remedy) => _list.Add(new("FieldValueInvalid", field, $"Invalid value: {value}: {remedy}"));

    /// <summary>A field may not be set, or not changed.</summary>
    /// <param name="field">The field's path.</param>
    /// <param name="reason">Why, and what to do.</param>
    public void Forbidden(string field, string reason) => _list.Add(new("FieldValueForbidden", field, $"Forbidden: {reason}"));

    /// <summary>A value stands twice.</summary>
    /// <param name="field">The path of the second.</param>
    /// <param name="value">The value.</param>
    public void Duplicate(string field, string value) => _list.Add(new("FieldValueDuplicate", field, $"Duplicate value: {Quoted(value)}"));

    private static string Quoted(string value) =>
        $"\"{value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
