using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Slipway.Machinery.Objects;

namespace Slipway.Machinery.Json;

/// <summary>
/// How records become Kubernetes JSON: camelCase names, times to the second, and nothing written for null, for an
/// empty collection, or for an empty string in <see cref="ObjectMeta"/>.
/// </summary>
public static class KubernetesJson
{
    /// <summary>Options for the machinery's own types alone.</summary>
    public static JsonSerializerOptions Default { get; } = Options();

    /// <summary>Options over source-generated contexts; the machinery's own types are always included.</summary>
    /// <param name="contexts">The contexts, first match wins.</param>
    public static JsonSerializerOptions Options(params IJsonTypeInfoResolver[] contexts)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = JsonTypeInfoResolver.Combine([.. contexts, ObjectJson.Default]).WithAddedModifier(SkipEmpty),
        };
        options.Converters.Add(new KubernetesTimeConverter());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>How one type is read and written under the given options.</summary>
    /// <typeparam name="T">A type of one of the options' contexts.</typeparam>
    /// <param name="options">Options made by <see cref="Options"/>.</param>
    public static JsonTypeInfo<T> Of<T>(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }

    private static void SkipEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType == typeof(string))
            {
                if (type.Type == typeof(ObjectMeta))
                {
                    property.ShouldSerialize = static (_, value) => value is string { Length: > 0 };
                }
            }
            else if (typeof(IEnumerable).IsAssignableFrom(property.PropertyType)
                && !typeof(System.Text.Json.Nodes.JsonNode).IsAssignableFrom(property.PropertyType)
                && property.CustomConverter is null)
            {
                property.ShouldSerialize = static (_, value) => value is not null && (value is not ICollection { Count: 0 });
            }
        }
    }
}
