using System.Text.Json.Nodes;

namespace Slipway.EndToEnd.Support;

/// <summary>Short ways to read an object's JSON.</summary>
internal static class ObjectReading
{
    extension(JsonNode value)
    {
        /// <summary>The object's name.</summary>
        public string Name => value.Text("metadata", "name");

        /// <summary>The object's uid.</summary>
        public string Uid => value.Text("metadata", "uid");

        /// <summary>Whether the object is being deleted.</summary>
        public bool IsDeleting => value.At("metadata", "deletionTimestamp") is not null;

        /// <summary>The node at a path; null where there is none.</summary>
        /// <param name="path">Names of fields.</param>
        public JsonNode? At(params ReadOnlySpan<string> path)
        {
            JsonNode? at = value;
            foreach (var step in path)
            {
                at = at is JsonObject fields && fields.TryGetPropertyValue(step, out var next) ? next : null;
            }

            return at;
        }

        /// <summary>The string at a path; empty where there is none.</summary>
        /// <param name="path">Names of fields.</param>
        public string Text(params ReadOnlySpan<string> path) => value.At(path)?.GetValue<string>() ?? "";

        /// <summary>The number at a path; 0 where there is none.</summary>
        /// <param name="path">Names of fields.</param>
        public int Number(params ReadOnlySpan<string> path) => value.At(path)?.GetValue<int>() ?? 0;

        /// <summary>The object's conditions.</summary>
        public IEnumerable<JsonNode> Conditions => value.At("status", "conditions") is JsonArray list ? list.OfType<JsonNode>() : [];

        /// <summary>The status of a condition; empty where it is missing.</summary>
        /// <param name="type">The condition's type.</param>
        public string Condition(string type) => value.Conditions.FirstOrDefault(c => c.Text("type") == type)?.Text("status") ?? "";

        /// <summary>Whether a condition is true.</summary>
        /// <param name="type">The condition's type.</param>
        public bool Is(string type) => value.Condition(type) == "True";

        /// <summary>Whether status was written for the present spec.</summary>
        public bool IsObserved => value.Number("status", "observedGeneration") >= value.Number("metadata", "generation");

        /// <summary>One line for messages: name, phase, replicas and every condition that is not as it should be.</summary>
        public string Summary()
        {
            var bad = value.Conditions
                .Where(c => c.Text("status") != "True")
                .Select(c => $"{c.Text("type")}={c.Text("status")} {c.Text("reason")} {c.Text("message").ReplaceLineEndings(" ")}");
            return $"{value.Text("kind")} {value.Name}{(value.IsDeleting ? " (deleting)" : "")} phase={value.Text("status", "phase")} "
                + $"replicas={value.At("status", "replicas")}/{value.At("spec", "replicas")} [{string.Join("; ", bad)}]";
        }
    }
}
