using System.Text.Json.Nodes;

namespace Slipway.Machinery.Json;

/// <summary>One step of a <see cref="JsonPath"/>.</summary>
internal abstract record JsonPathStep
{
    /// <summary>Adds what the step leads to from a value.</summary>
    public abstract void Follow(JsonNode? node, List<JsonNode?> found);

    /// <summary>A member.</summary>
    public sealed record Name(string Text) : JsonPathStep
    {
        public override void Follow(JsonNode? node, List<JsonNode?> found)
        {
            if (node is JsonObject map && map.TryGetPropertyValue(Text, out var value))
            {
                found.Add(value);
            }
        }
    }

    /// <summary>Items from one index to another; a missing end is the list's.</summary>
    public sealed record Slice(int From, int? To) : JsonPathStep
    {
        public override void Follow(JsonNode? node, List<JsonNode?> found)
        {
            if (node is not JsonArray list)
            {
                return;
            }

            var from = From < 0 ? list.Count + From : From;
            var to = To is not { } end ? list.Count : end < 0 ? list.Count + end : end;
            for (var i = Math.Max(from, 0); i < Math.Min(to, list.Count); i++)
            {
                found.Add(list[i]);
            }
        }
    }

    /// <summary>One item; a negative index counts from the end.</summary>
    public sealed record Index(int At) : JsonPathStep
    {
        public override void Follow(JsonNode? node, List<JsonNode?> found)
        {
            if (node is JsonArray list)
            {
                var at = At < 0 ? list.Count + At : At;
                if (at >= 0 && at < list.Count)
                {
                    found.Add(list[at]);
                }
            }
        }
    }

    /// <summary>All items or members.</summary>
    public sealed record Everything : JsonPathStep
    {
        public override void Follow(JsonNode? node, List<JsonNode?> found)
        {
            switch (node)
            {
                case JsonArray list:
                    found.AddRange(list);
                    break;
                case JsonObject map:
                    found.AddRange(map.Select(p => p.Value));
                    break;
            }
        }
    }

    /// <summary>The items that meet a condition.</summary>
    public sealed record Filter(JsonPathStep[] Left, string Operator, JsonNode? Right) : JsonPathStep
    {
        public override void Follow(JsonNode? node, List<JsonNode?> found)
        {
            switch (node)
            {
                case JsonArray list:
                    found.AddRange(list.Where(Meets));
                    break;
                case JsonObject map:
                    found.AddRange(map.Select(p => p.Value).Where(Meets));
                    break;
            }
        }

        private bool Meets(JsonNode? item)
        {
            List<JsonNode?> values = [item];
            foreach (var step in Left)
            {
                var next = new List<JsonNode?>();
                values.ForEach(v => step.Follow(v, next));
                values = next;
            }

            if (Operator.Length == 0)
            {
                return values.Count > 0;
            }

            return values.Count > 0 && Compare(values[0]);
        }

        private bool Compare(JsonNode? value)
        {
            switch (Operator)
            {
                case "==":
                    return JsonEquality.AreEqual(value, Right);
                case "!=":
                    return !JsonEquality.AreEqual(value, Right);
            }

            int? order = (value, Right) switch
            {
                (JsonValue a, JsonValue b) when a.TryGetValue(out string? x) && b.TryGetValue(out string? y) => string.CompareOrdinal(x, y),
                (JsonValue a, JsonValue b) when a.GetValueKind() == System.Text.Json.JsonValueKind.Number && b.GetValueKind() == System.Text.Json.JsonValueKind.Number =>
                    JsonNumber.Of(a).CompareTo(JsonNumber.Of(b)),
                _ => null,
            };
            return Operator switch
            {
                "<" => order < 0,
                "<=" => order <= 0,
                ">" => order > 0,
                _ => order >= 0,
            };
        }
    }
}
