using System.Text.Json.Nodes;

namespace Slipway.Machinery.Json;

/// <summary>
/// The JSONPath of printer columns: names (<c>.a.b</c>, <c>['a\.b']</c>), indexes (<c>[0]</c>, <c>[-1]</c>),
/// slices (<c>[1:3]</c>), everything (<c>[*]</c>, <c>.*</c>) and filters (<c>[?(@.type=="Ready")]</c>). What is not
/// there gives nothing. Immutable.
/// </summary>
public sealed class JsonPath
{
    private readonly string _text;
    private readonly JsonPathStep[] _steps;

    private JsonPath(string text, JsonPathStep[] steps)
    {
        _text = text;
        _steps = steps;
        Names = steps.All(s => s is JsonPathStep.Name) ? [.. steps.Select(s => ((JsonPathStep.Name)s).Text)] : null;
    }

    /// <summary>The member names from the root, where the path has nothing else; else null.</summary>
    public IReadOnlyList<string>? Names { get; }

    /// <summary>Reads a path.</summary>
    /// <param name="text">The path; a leading <c>$</c> and enclosing braces may be left out.</param>
    /// <exception cref="JsonPathException">The text is not a path of this dialect.</exception>
    public static JsonPath Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, new JsonPathParser(text).Parse());
    }

    /// <summary>All values that the path leads to, in order; a value may be null (JSON's null).</summary>
    /// <param name="root">Where to start.</param>
    public IReadOnlyList<JsonNode?> Evaluate(JsonNode? root)
    {
        List<JsonNode?> found = [root];
        foreach (var step in _steps)
        {
            var next = new List<JsonNode?>();
            foreach (var node in found)
            {
                step.Follow(node, next);
            }

            found = next;
            if (found.Count == 0)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>The first value that the path leads to, or null where there is none.</summary>
    /// <param name="root">Where to start.</param>
    public JsonNode? First(JsonNode? root)
    {
        if (Names is null)
        {
            return Evaluate(root) is [var first, ..] ? first : null;
        }

        foreach (var name in Names)
        {
            root = (root as JsonObject)?[name];
        }

        return root;
    }

    /// <summary>The path as it was written.</summary>
    public override string ToString() => _text;
}
