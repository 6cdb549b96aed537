using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;

namespace Slipway.Server.Admission;

/// <summary>Field errors in the words that the API's clients know.</summary>
internal static class Invalid
{
    /// <summary>A value that is not allowed.</summary>
    /// <param name="field">Its path.</param>
    /// <param name="value">The value.</param>
    /// <param name="why">What would be allowed.</param>
    public static FieldError Value(string field, JsonNode? value, string why) => new("FieldValueInvalid", field, $"Invalid value: {Show(value)}: {why}");

    /// <summary>A word that is not allowed.</summary>
    /// <param name="field">Its path.</param>
    /// <param name="value">The word.</param>
    /// <param name="why">What would be allowed.</param>
    public static FieldError Value(string field, string value, string why) => new("FieldValueInvalid", field, $"Invalid value: \"{value}\": {why}");

    /// <summary>A value that must be there.</summary>
    /// <param name="field">Its path.</param>
    /// <param name="why">Why, or what to write; may be empty.</param>
    public static FieldError Required(string field, string why = "") =>
        new("FieldValueRequired", field, why.Length > 0 ? $"Required value: {why}" : "Required value");

    /// <summary>Something that may not be done or be there.</summary>
    /// <param name="field">Its path.</param>
    /// <param name="why">The rule.</param>
    public static FieldError Forbidden(string field, string why) => new("FieldValueForbidden", field, $"Forbidden: {why}");

    /// <summary>A word out of a closed set was expected.</summary>
    /// <param name="field">Its path.</param>
    /// <param name="value">The word found.</param>
    /// <param name="allowed">The set.</param>
    public static FieldError Choice(string field, string value, params IEnumerable<string> allowed) =>
        new("FieldValueNotSupported", field, $"Unsupported value: \"{value}\": supported values: {string.Join(", ", allowed.Select(a => $"\"{a}\""))}");

    /// <summary>A value that occurs twice.</summary>
    /// <param name="field">Its path.</param>
    /// <param name="value">The value.</param>
    public static FieldError Duplicate(string field, string value) => new("FieldValueDuplicate", field, $"Duplicate value: \"{value}\"");

    /// <summary>Something too long.</summary>
    /// <param name="field">Its path.</param>
    /// <param name="limit">The most bytes allowed.</param>
    public static FieldError TooLong(string field, int limit) => new("FieldValueTooLong", field, $"Too long: may not be more than {limit} bytes");

    /// <summary>A value of the wrong JSON type.</summary>
    /// <param name="field">Its path.</param>
    /// <param name="value">The value found.</param>
    /// <param name="expected">The type expected.</param>
    public static FieldError Type(string field, JsonNode? value, string expected) =>
        new("FieldValueTypeInvalid", field, $"Invalid value: {Show(value)}: {field} in body must be of type {expected}");

    /// <summary>A field that can never change.</summary>
    /// <param name="field">Its path.</param>
    /// <param name="value">The new value.</param>
    public static FieldError Immutable(string field, JsonNode? value) => Value(field, value, "field is immutable");

    private static string Show(JsonNode? value)
    {
        var text = value?.ToJsonString() ?? "null";
        return text.Length <= 200 ? text : string.Concat(text.AsSpan(0, 200), "...");
    }
}
