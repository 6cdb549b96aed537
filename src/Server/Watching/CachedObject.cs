using System.Text;
using System.Text.Json.Nodes;
using Slipway.Server.Objects;
using Slipway.Server.Resources;

namespace Slipway.Server.Watching;

/// <summary>One state of one object: its bytes, and what of it the server must know itself. Immutable.</summary>
internal sealed class CachedObject
{
    private Representation? _converted;

    /// <summary>Takes a state from the store.</summary>
    /// <param name="key">The key within the kind: <c>namespace/name</c>, or the name alone.</param>
    /// <param name="stored">The stored bytes.</param>
    /// <param name="revision">The revision to show.</param>
    public CachedObject(string key, ReadOnlySpan<byte> stored, long revision)
    {
        Key = key;
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        Namespace = slash < 0 ? "" : key[..slash];
        Name = key[(slash + 1)..];
        Revision = revision;
        Head = StoredHead.Read(stored);
        Bytes = ObjectBytes.Show(stored, Head.MetadataAt, revision);
    }

    private CachedObject(CachedObject last, long revision)
    {
        (Key, Namespace, Name, Head, Revision) = (last.Key, last.Namespace, last.Name, last.Head, revision);
        Bytes = ObjectBytes.Show(ObjectBytes.Hide(last.Bytes.Span, last.Head.MetadataAt, last.Revision), last.Head.MetadataAt, revision);
    }

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

    /// <summary>The object as UTF-8 JSON in the version it is stored in, with its resource version.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The object in a version; converted at most once.</summary>
    /// <param name="definition">The kind.</param>
    /// <param name="version">The version wanted.</param>
    public ReadOnlyMemory<byte> In(ResourceDefinition definition, ResourceVersion version)
    {
        if (IsIn(version.Group ?? definition.Kind.Group, version.Name))
        {
            return Bytes;
        }

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

    /// <summary>The same state under another revision: how the end of an object is told.</summary>
    /// <param name="revision">The revision of the end.</param>
    public CachedObject At(long revision) => new(this, revision);

    /// <summary>The object as a tree of its own, in the version it is stored in.</summary>
    public JsonObject Tree() => ObjectBytes.Parse(Bytes);

    private bool IsIn(string group, string version)
    {
        var rest = Bytes.Span;
        return Take(ref rest, "{\"apiVersion\":\""u8)
            && (group.Length == 0 || (Take(ref rest, group) && Take(ref rest, "/"u8)))
            && Take(ref rest, version)
            && Take(ref rest, "\""u8);
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
