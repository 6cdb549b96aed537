namespace Slipway.Machinery.Objects;

/// <summary>One field of an object that is not as it must be.</summary>
/// <param name="Reason">The cause's reason, for example <c>FieldValueInvalid</c>, <c>FieldValueRequired</c>, <c>FieldValueForbidden</c>, <c>FieldValueNotSupported</c>, <c>FieldValueTypeInvalid</c>, <c>FieldValueDuplicate</c>, <c>FieldValueTooLong</c>, <c>FieldValueTooMany</c>.</param>
/// <param name="Field">The field's path, for example <c>spec.template.spec.version</c> or <c>spec.files[0].path</c>.</param>
/// <param name="Message">The whole sentence for people without the path, for example <c>Invalid value: "1.22": a version begins with "v", as in v1.22.0</c>.</param>
public sealed record FieldError(string Reason, string Field, string Message)
{
    /// <summary>Prints <c>field: message</c>.</summary>
    public override string ToString() => $"{Field}: {Message}";
}
