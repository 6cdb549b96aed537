using System.Text.Json.Nodes;
using Slipway.App.Output;
using Slipway.Machinery.Yaml;

namespace Slipway.App.Applying;

/// <summary>Reads objects from files.</summary>
internal static class ManifestReader
{
    private static readonly string[] Endings = [".yaml", ".yml", ".json"];

    /// <summary>Reads all objects of files, folders and standard input.</summary>
    /// <param name="names">Paths; <c>-</c> is standard input. Of a folder its <c>.yaml</c>, <c>.yml</c> and <c>.json</c> files, in the order of their names.</param>
    /// <param name="input">Standard input.</param>
    /// <exception cref="CommandException">A file cannot be read, or is no YAML; every fault is named with its place.</exception>
    public static IReadOnlyList<Manifest> Read(IReadOnlyList<string> names, TextReader input)
    {
        var manifests = new List<Manifest>();
        var faults = new List<string>();
        foreach (var (name, text) in names.SelectMany(n => Texts(n, input)))
        {
            try
            {
                foreach (var document in YamlDocuments.Read(text, name))
                {
                    Add(document.Root, $"{name}:{document.Line}", manifests, faults);
                }
            }
            catch (YamlFormatException e)
            {
                faults.Add(e.Message);
            }
        }

        if (faults.Count > 0)
        {
            throw new CommandException(ExitCode.Usage, string.Join("\nerror: ", faults) + "\nNothing was applied.");
        }

        return manifests.Count > 0 ? manifests : throw new CommandException(ExitCode.Usage, $"There is no object in {string.Join(", ", names)}.");
    }

    private static void Add(JsonNode root, string place, List<Manifest> manifests, List<string> faults)
    {
        if (root is not JsonObject value)
        {
            faults.Add($"{place}: an object with apiVersion and kind is wanted here, not {root.GetValueKind().ToString().ToLowerInvariant()}.");
        }
        else if (Manifest.Text(value, "kind").EndsWith("List", StringComparison.Ordinal) && value["items"] is JsonArray items)
        {
            for (var at = 0; at < items.Count; at++)
            {
                Add(items[at]!.DeepClone(), $"{place} item {at + 1}", manifests, faults);
            }
        }
        else
        {
            manifests.Add(new Manifest(value, place));
        }
    }

    private static IEnumerable<(string Name, string Text)> Texts(string name, TextReader input)
    {
        if (name == "-")
        {
            return [("standard input", input.ReadToEnd())];
        }

        try
        {
            return Directory.Exists(name)
                ? [.. Directory.EnumerateFiles(name).Where(f => Endings.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal).Select(f => (f, File.ReadAllText(f)))]
                : [(name, File.ReadAllText(name))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Usage, $"{name} cannot be read: {e.Message}");
        }
    }
}
