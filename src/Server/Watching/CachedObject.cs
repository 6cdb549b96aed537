using System.Text;
using System.Text.Json.Nodes;
using Slipway.Server.Objects;
using Slipway.Server.Resources;

namespace Slipway.Server.Watching;

/// <summary>
/// One state of one object: its bytes as the store holds them (the memory store's own array, not a copy), and what of it the
/// server must know itself. The resource version is put in where the object is shown. Immutable.
/// </summary>
internal sealed class CachedObject
{
    private Representation? _converted;

    /// <summary>Takes a state from the store.</summary>
    /// <param name="key">The key within the kind: <c>namespace/name</c>, or the name alone.</param>
    /// <param name="stored">The stored bytes; kept, so they must never change.</param>
    /// <param name="revision">The revision to show.</param>
    public CachedObject(string key, ReadOnlyMemory<byte> stored, long revision)
    {
        Key = key;
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        Namespace = slash < 0 ? "" : key[..slash];
        Name = slash < 0 ? key : key[(slash + 1)..];
        Revision = revision;
        Stored = stored;
        Head = StoredHead.Read(stored.Span);
    }

    private CachedObject(CachedObject last, long revision) =>
        (Key, Namespace, Name, Head, Stored, Revision) = (last.Key, last.Namespace, last.Name, last.Head, last.Stored, revision);

    /// <summary>The key within the kind.</summary>
    public string Key { get; }

    /// <summary>The namespace; empty for cluster scope.</summary>
    public string Namespace { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The revision of its last change.</summary>
    public long Revision { get; }

    /// <summary>What the server must know of it.</summary>
    public StoredHead Head { get; }

    /// <summary>The object as it is stored: without its resource version.</summary>
    public ReadOnlyMemory<byte> Stored { get; }

    /// <summary>The object as UTF-8 JSON in the version it is stored in, with its resource version; made for each reader.</summary>
    public ReadOnlyMemory<byte> Bytes => ObjectBytes.Show(Stored.Span, Head.MetadataAt, Revision);

    /// <summary>The object in a version, with its resource version; converted at most once.</summary>
    /// <param name="definition">The kind.</param>
    /// <param name="version">The version wanted.</param>
    public ReadOnlyMemory<byte> In(ResourceDefinition definition, ResourceVersion version) =>
        IsIn(definition, version) ? Bytes : Converted(definition, version);

    /// <summary>The object in a version for one who does not look at its resource version: nothing is copied where it is stored so.</summary>
    /// <param name="definition">The kind.</param>
    /// <param name="version">The version wanted.</param>
    public ReadOnlyMemory<byte> Content(ResourceDefinition definition, ResourceVersion version) =>
        IsIn(definition, version) ? Stored : Converted(definition, version);

    /// <summary>Whether the object is stored in a version.</summary>
    /// <param name="definition">The kind.</param>
    /// <param name="version">The version.</param>
    public bool IsIn(ResourceDefinition definition, ResourceVersion version)
    {
        var rest = Stored.Span;
        var group = version.Group ?? definition.Kind.Group;
        return Take(ref rest, "{\"apiVersion\":\""u8)
            && (group.Length == 0 || (Take(ref rest, group) && Take(ref rest, "/"u8)))
            && Take(ref rest, version.Name)
            && Take(ref rest, "\""u8);
    }

    /// <summary>The same state under another revision: how the end of an object is told.</summary>
    /// <param name="revision">The revision of the end.</param>
    public CachedObject At(long revision) => new(this, revision);

    /// <summary>The object as a tree of its own, in the version it is stored in.</summary>
    public JsonObject Tree() => ObjectBytes.Parse(Bytes);

    private ReadOnlyMemory<byte> Converted(ResourceDefinition definition, ResourceVersion version)
    {
        var apiVersion = definition.Type(version).ApiVersion;
        for (var known = _converted; known is not null; known = known.Next)
        {
            if (known.ApiVersion == apiVersion)
            {
                return known.Bytes;
            }
        }

        var bytes = ObjectBytes.Show(Conversion.Convert(Tree(), definition, version), Revision);
        _converted = new Representation(apiVersion, bytes, _converted);
        return bytes;
    }

    /// <summary>Converts objects together, where that costs less than one by one.</summary>
    /// <param name="objects">The objects that will be asked for.</param>
    /// <param name="definition">The kind.</param>
    /// <param name="version">The version wanted.</param>
    public static void Prepare(IEnumerable<CachedObject> objects, ResourceDefinition definition, ResourceVersion version)
    {
        if (definition.Converter is not IBatchConverter converter)
        {
            return;
        }

        var apiVersion = definition.Type(version).ApiVersion;
        List<CachedObject> others = [.. objects.Where(o => !o.IsIn(definition, version) && !o.Knows(apiVersion))];
        if (others.Count == 0)
        {
            return;
        }

        var converted = converter.ConvertAll([.. others.Select(o => o.Tree())], version.Name);
        for (var i = 0; i < others.Count; i++)
        {
            others[i]._converted = new Representation(apiVersion, ObjectBytes.Show(converted[i], others[i].Revision), others[i]._converted);
        }
    }

    private bool Knows(string apiVersion)
    {
        for (var known = _converted; known is not null; known = known.Next)
        {
            if (known.ApiVersion == apiVersion)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Take(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> word)
    {
        if (!rest.StartsWith(word))
        {
            return false;
        }

        rest = rest[word.Length..];
        return true;
    }

    private static bool Take(ref ReadOnlySpan<byte> rest, string word)
    {
        if (rest.Length < word.Length || !Ascii.Equals(rest[..word.Length], word))
        {
            return false;
        }

        rest = rest[word.Length..];
        return true;
    }

    private sealed record Representation(string ApiVersion, ReadOnlyMemory<byte> Bytes, Representation? Next);
}
