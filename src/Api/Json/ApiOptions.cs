using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Slipway.Machinery.Json;

namespace Slipway.Api.Json;

/// <summary>JSON options for records of this project: those of the machinery, and no empty <see cref="IOmitEmpty"/>.</summary>
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
            if (typeof(IOmitEmpty).IsAssignableFrom(property.PropertyType))
            {
                var options = type.Options;
                var inner = property.PropertyType;
                property.ShouldSerialize = (_, value) => value is not null && HasContent(value, options.GetTypeInfo(inner));
            }
        }
    }

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
