using System.Text.Json.Nodes;
using Slipway.Machinery.Yaml;
using Slipway.Server.Objects;
using Slipway.Server.Resources;

namespace Slipway.Server.Security.Encryption;

/// <summary>Which resources are kept sealed, and how. Read from an <c>EncryptionConfiguration</c> with the providers <c>aesgcm</c> and <c>identity</c>.</summary>
internal sealed class EncryptionRules
{
    private readonly List<(string Prefix, Seal Seal)> _seals = [];

    /// <summary>The key prefixes of the store that are sealed.</summary>
    public IEnumerable<string> Prefixes => _seals.Select(s => s.Prefix);

    /// <summary>Reads a configuration.</summary>
    /// <param name="text">The file, as YAML or JSON.</param>
    /// <exception cref="EncryptionException">It is not understood; the message never has a key.</exception>
    public static EncryptionRules Parse(string text)
    {
        JsonObject root;
        try
        {
            root = YamlDocuments.Read(text, "the encryption configuration") is [{ Root: JsonObject only }]
                ? only
                : throw new EncryptionException("The encryption configuration must be one YAML document with an object.");
        }
        catch (YamlFormatException e)
        {
            throw new EncryptionException($"The encryption configuration is not YAML: line {e.Line}, column {e.Column}.");
        }

        var rules = new EncryptionRules();
        foreach (var entry in (root["resources"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var seal = ReadSeal(entry);
            foreach (var resource in Meta.Strings(entry, "resources"))
            {
                rules._seals.Add((PrefixOf(resource), seal));
            }
        }

        return rules._seals.Count > 0 ? rules : throw new EncryptionException("The encryption configuration names no resources: give resources[].resources, for example [secrets].");
    }

    /// <summary>How a value is kept, or null where it is kept as it is.</summary>
    /// <param name="key">Its key in the store.</param>
    public Seal? Find(string key)
    {
        foreach (var (prefix, seal) in _seals)
        {
            if (key.StartsWith(prefix, StringComparison.Ordinal))
            {
                return seal;
            }
        }

        return null;
    }

    private static string PrefixOf(string resource)
    {
        if (resource.Contains('*', StringComparison.Ordinal))
        {
            throw new EncryptionException($"The encryption configuration names \"{resource}\": wildcards are not taken, name each resource.");
        }

        if (BuiltInKinds.All.FirstOrDefault(d => d.QualifiedPlural == resource) is { } known)
        {
            return known.Prefix;
        }

        var dot = resource.IndexOf('.', StringComparison.Ordinal);
        return dot > 0
            ? $"/registry/{resource[(dot + 1)..]}/{resource[..dot]}/"
            : throw new EncryptionException($"The encryption configuration names \"{resource}\", which is no resource of this server: write plural.group, or the plural alone for the core group.");
    }

    private static Seal ReadSeal(JsonObject entry)
    {
        var keys = new List<SealKey>();
        bool? writesOpen = null;
        var readsOpen = false;
        foreach (var provider in (entry["providers"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (provider.ContainsKey("identity"))
            {
                readsOpen = true;
                writesOpen ??= true;
            }
            else if (provider["aesgcm"] is JsonObject cipher)
            {
                keys.AddRange((cipher["keys"] as JsonArray ?? []).OfType<JsonObject>().Select(ReadKey));
                writesOpen ??= false;
            }
            else
            {
                throw new EncryptionException($"The encryption configuration names the provider \"{provider.FirstOrDefault().Key}\": there are aesgcm and identity.");
            }
        }

        return writesOpen is not { } open || (!open && keys.Count == 0)
            ? throw new EncryptionException("The encryption configuration has an entry without providers or an aesgcm provider without keys.")
            : new Seal(keys, open, readsOpen);
    }

    private static SealKey ReadKey(JsonObject key)
    {
        var name = Meta.String(key, "name");
        var text = Meta.String(key, "secret");
        var secret = new byte[text.Length];
        if (name.Length == 0 || name.Contains(':', StringComparison.Ordinal))
        {
            throw new EncryptionException("A key of the encryption configuration needs a name without a colon.");
        }

        return Convert.TryFromBase64String(text, secret, out var length) && length is 16 or 24 or 32
            ? new SealKey(name, secret[..length])
            : throw new EncryptionException($"The secret of the key \"{name}\" must be 16, 24 or 32 bytes in base64; 'head -c 32 /dev/urandom | base64' makes one.");
    }
}
