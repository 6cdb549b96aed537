using System.Text.Json.Nodes;
using Slipway.Machinery.Json;

namespace Slipway.Controllers.Kubeadm;

/// <summary>Building JSON trees in which nothing empty is written.</summary>
internal static class Json
{
    extension(JsonObject value)
    {
        /// <summary>Adds a text unless it is null or empty.</summary>
        /// <param name="name">The field.</param>
        /// <param name="text">The text.</param>
        public JsonObject Put(string name, string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                value[name] = text;
            }

            return value;
        }

        /// <summary>Adds a number unless it is null.</summary>
        /// <param name="name">The field.</param>
        /// <param name="number">The number.</param>
        public JsonObject Put(string name, int? number)
        {
            if (number is { } given)
            {
                value[name] = given;
            }

            return value;
        }

        /// <summary>Adds a truth unless it is null.</summary>
        /// <param name="name">The field.</param>
        /// <param name="flag">The truth.</param>
        public JsonObject Put(string name, bool? flag)
        {
            if (flag is { } given)
            {
                value[name] = given;
            }

            return value;
        }

        /// <summary>Adds an object unless it is null or empty.</summary>
        /// <param name="name">The field.</param>
        /// <param name="part">The object.</param>
        public JsonObject Put(string name, JsonObject? part)
        {
            if (part is { Count: > 0 })
            {
                value[name] = part;
            }

            return value;
        }

        /// <summary>Adds a list unless it is null or empty.</summary>
        /// <param name="name">The field.</param>
        /// <param name="list">The list.</param>
        public JsonObject Put(string name, JsonArray? list)
        {
            if (list is { Count: > 0 })
            {
                value[name] = list;
            }

            return value;
        }

        /// <summary>Adds a list of texts unless it is empty.</summary>
        /// <param name="name">The field.</param>
        /// <param name="texts">The texts.</param>
        public JsonObject Put(string name, IReadOnlyList<string> texts) =>
            value.Put(name, List(texts, static t => JsonValue.Create(t)));
    }

    /// <summary>A list of what each item becomes.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="convert">From an item to its JSON.</param>
    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> convert) => [.. items.Select(convert)];

    /// <summary>A moment as JSON; null stays null.</summary>
    /// <param name="moment">The moment.</param>
    public static string? Moment(DateTimeOffset? moment) => moment?.UtcDateTime.ToString(KubernetesTimeConverter.Format);
}
