using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Slipway.Api.Crds;
using Slipway.Machinery.Json;

namespace Slipway.Api.Json;

/// <summary>
/// JSON options for records of this project: those of the machinery, and no empty <see cref="IOmitEmpty"/> but where the
/// schema requires the property and allows it to be empty.
/// </summary>
internal static class ApiOptions
{
    /// <summary>Options over one source-generated context.</summary>
    /// <param name="context">The context.</param>
    public static JsonSerializerOptions Of(IJsonTypeInfoResolver context) =>
        KubernetesJson.Options(context.WithAddedModifier(OmitEmpty));

    private static void OmitEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (typeof(IOmitEmpty).IsAssignableFrom(property.PropertyType) && !MustStand(property))
            {
                var options = type.Options;
                var inner = property.PropertyType;
                property.ShouldSerialize = (_, value) => value is not null && HasContent(value, options.GetTypeInfo(inner));
            }
        }
    }

    /// <summary>Whether the schema wants the property even if nothing is in it.</summary>
    private static bool MustStand(JsonPropertyInfo property) =>
        property.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: false) == true
        && !property.PropertyType.IsDefined(typeof(MinPropertiesAttribute), inherit: false);

    private static bool HasContent(object value, JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Get?.Invoke(value) is { } content && (property.ShouldSerialize?.Invoke(value, content) ?? true))
            {
                return true;
            }
        }

        return false;
    }
}
