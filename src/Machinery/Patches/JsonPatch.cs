using System.Text.Json.Nodes;
using Slipway.Machinery.Json;

namespace Slipway.Machinery.Patches;

/// <summary>JSON patches (RFC 6902).</summary>
public static class JsonPatch
{
    /// <summary>The most operations that one patch may have.</summary>
    public const int MaximumOperations = 10_000;

    /// <summary>The most bytes of JSON that the <c>copy</c> operations of one patch may add up to.</summary>
    public const int MaximumCopiedBytes = 3 * 1024 * 1024;

    /// <summary>The most objects and arrays within each other that a patch may lead to.</summary>
    public const int MaximumDepth = 500;

    /// <summary>Applies a patch, operation by operation.</summary>
    /// <param name="document">The document; it is changed in place and must not be used after a failure.</param>
    /// <param name="operations">The patch; it is not changed.</param>
    /// <returns>The document's new root; the same node unless the patch replaces the whole document.</returns>
    /// <exception cref="PatchException">An operation is malformed or does not apply.</exception>
    public static JsonNode? Apply(JsonNode? document, JsonArray operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        if (operations.Count > MaximumOperations)
        {
            throw new PatchException(
                PatchFault.TooLarge, "", $"The allowed maximum operations in a JSON patch is {MaximumOperations}, got {operations.Count}");
        }

        var copied = 0L;
        var root = document;
        for (var i = 0; i < operations.Count; i++)
        {
            root = Step(root, operations[i] as JsonObject ?? throw Malformed($"operation {i} is not an object"), i, ref copied);
        }

        return root;
    }

    private static JsonNode? Step(JsonNode? root, JsonObject operation, int number, ref long copied)
    {
        var name = Text(operation, "op", number);
        var path = JsonPointer.Parse(Text(operation, "path", number));
        switch (name)
        {
            case "add":
                return Add(root, path, Value(operation, number)?.DeepClone(), name);
            case "remove":
                Take(ref root, path, name);
                return root;
            case "replace":
                return Replace(root, path, Value(operation, number)?.DeepClone());
            case "move":
                return Move(root, JsonPointer.Parse(Text(operation, "from", number)), path);
            case "copy":
                var source = JsonPointer.Parse(Text(operation, "from", number)).Find(root, name);
                copied += JsonEquality.SizeOf(source);
                return copied > MaximumCopiedBytes
                    ? throw new PatchException(PatchFault.TooLarge, path.ToString(), $"Unable to complete the copy, the accumulated size increase of copy is {copied}, exceeding the limit {MaximumCopiedBytes}")
                    : Add(root, path, source?.DeepClone(), name);
            case "test":
                Test(root, path, Value(operation, number));
                return root;
            default:
                throw Malformed($"operation {number}: unexpected kind \"{name}\": use add, remove, replace, move, copy or test");
        }
    }

    private static JsonNode? Add(JsonNode? root, JsonPointer path, JsonNode? value, string name)
    {
        CheckDepth(path, value);
        if (path.IsRoot)
        {
            return value;
        }

        switch (path.Parent(root, name))
        {
            case JsonObject map:
                map[path.Last] = value;
                break;
            case JsonArray list:
                list.Insert(path.Index(list.Count + 1, name), value);
                break;
        }

        return root;
    }

    private static JsonNode? Replace(JsonNode? root, JsonPointer path, JsonNode? value)
    {
        CheckDepth(path, value);
        if (path.IsRoot)
        {
            return value;
        }

        switch (path.Parent(root, "replace"))
        {
            case JsonObject map:
                if (!map.ContainsKey(path.Last))
                {
                    throw new PatchException(PatchFault.NotApplicable, path.ToString(), $"replace operation does not apply: doc is missing key: {path}: missing value");
                }

                map[path.Last] = value;
                break;
            case JsonArray list:
                list[ExistingIndex(list, path, "replace")] = value;
                break;
        }

        return root;
    }

    private static JsonNode? Take(ref JsonNode? root, JsonPointer path, string name)
    {
        if (path.IsRoot)
        {
            var whole = root;
            root = null;
            return whole;
        }

        JsonNode? taken;
        switch (path.Parent(root, name))
        {
            case JsonObject map:
                if (!map.TryGetPropertyValue(path.Last, out taken))
                {
                    throw new PatchException(PatchFault.NotApplicable, path.ToString(), $"{name} operation does not apply: doc is missing key: {path}: unable to remove nonexistent key: {path.Last}");
                }

                map.Remove(path.Last);
                return taken;
            case JsonArray list:
                var index = ExistingIndex(list, path, name);
                taken = list[index];
                list.RemoveAt(index);
                return taken;
            default:
                throw path.Missing(name);
        }
    }

    private static JsonNode? Move(JsonNode? root, JsonPointer from, JsonPointer path)
    {
        if (from.IsPrefixOf(path))
        {
            throw new PatchException(PatchFault.NotApplicable, path.ToString(), $"move operation does not apply: \"{from}\" cannot be moved into itself at \"{path}\"");
        }

        var taken = Take(ref root, from, "move");
        return Add(root, path, taken, "move");
    }

    private static void Test(JsonNode? root, JsonPointer path, JsonNode? expected)
    {
        // A null is found where nothing is: Kubernetes' clients rely on it to say "not set yet".
        if (!path.TryFind(root, "test", out var found) && expected is not null)
        {
            throw new PatchException(PatchFault.TestFailed, path.ToString(), $"testing value {path} failed: test failed: there is no such value");
        }

        if (!JsonEquality.AreEqual(found, expected))
        {
            throw new PatchException(PatchFault.TestFailed, path.ToString(), $"testing value {path} failed: test failed");
        }
    }

    // A chain of moves could build what no reader of this program can walk.
    private static void CheckDepth(JsonPointer path, JsonNode? value)
    {
        if (path.Depth + DepthOf(value) > MaximumDepth)
        {
            throw new PatchException(PatchFault.TooLarge, path.ToString(), $"The patch leads to more than {MaximumDepth} levels at \"{path}\"");
        }
    }

    private static int DepthOf(JsonNode? node) => node switch
    {
        JsonObject { Count: > 0 } map => 1 + map.Max(p => DepthOf(p.Value)),
        JsonArray { Count: > 0 } list => 1 + list.Max(DepthOf),
        _ => 1,
    };

    private static int ExistingIndex(JsonArray list, JsonPointer path, string name)
    {
        var index = path.Last == "-" ? list.Count : path.Index(list.Count, name);
        return index < list.Count
            ? index
            : throw new PatchException(PatchFault.NotApplicable, path.ToString(), $"{name} operation does not apply: index {path.Last} at \"{path}\" is out of bounds");
    }

    private static string Text(JsonObject operation, string member, int number) =>
        operation[member] is JsonValue value && value.TryGetValue(out string? text)
            ? text
            : throw Malformed($"operation {number} needs \"{member}\" as a string");

    private static JsonNode? Value(JsonObject operation, int number) =>
        operation.TryGetPropertyValue("value", out var value) ? value : throw Malformed($"operation {number} needs \"value\"");

    private static PatchException Malformed(string message) => new(PatchFault.Malformed, "", "error decoding patch: " + message);
}
