using System.Collections;
using Slipway.Server.Objects;
using Slipway.Server.Resources;
using Slipway.Server.Tables;

namespace Slipway.Server.Watching;

/// <summary>
/// Objects of a list as one version shows them. Bytes are made when they are asked for, so that a list of many objects costs
/// no more than their references; who writes them out takes the pieces and copies nothing twice.
/// </summary>
/// <param name="objects">The objects.</param>
/// <param name="definition">The kind.</param>
/// <param name="version">The version.</param>
internal sealed class CachedObjects(IReadOnlyList<CachedObject> objects, ResourceDefinition definition, ResourceVersion version)
    : IReadOnlyList<ReadOnlyMemory<byte>>
{
    private static readonly byte[] Open = [(byte)'{'];

    /// <inheritdoc/>
    public int Count => objects.Count;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> this[int index] => objects[index].In(definition, version);

    /// <summary>Adds the pieces of one object.</summary>
    /// <param name="index">Which.</param>
    /// <param name="pieces">Takes them.</param>
    /// <returns>How many bytes they have.</returns>
    public int AddPieces(int index, List<ReadOnlyMemory<byte>> pieces)
    {
        var value = objects[index];
        if (!value.IsIn(definition, version))
        {
            var whole = value.In(definition, version);
            pieces.Add(whole);
            return whole.Length;
        }

        var at = value.Head.MetadataAt;
        var word = ObjectBytes.RevisionWord(value.Revision, value.Stored.Span[at] == (byte)'}');
        pieces.Add(value.Stored[..at]);
        pieces.Add(word);
        pieces.Add(value.Stored[at..]);
        return value.Stored.Length + word.Length;
    }

    /// <summary>Adds the pieces of one object's metadata.</summary>
    /// <param name="index">Which.</param>
    /// <param name="pieces">Takes them.</param>
    /// <returns>How many bytes they have.</returns>
    public int AddMetadata(int index, List<ReadOnlyMemory<byte>> pieces)
    {
        var value = objects[index];
        if (!value.IsIn(definition, version))
        {
            var found = PartialMetadata.Find(value.In(definition, version));
            pieces.Add(found);
            return found.Length;
        }

        var rest = value.Stored[value.Head.MetadataAt..value.Head.MetadataEnd];
        var word = ObjectBytes.RevisionWord(value.Revision, rest.Length == 1);
        pieces.Add(Open);
        pieces.Add(word);
        pieces.Add(rest);
        return Open.Length + word.Length + rest.Length;
    }

    /// <inheritdoc/>
    public IEnumerator<ReadOnlyMemory<byte>> GetEnumerator()
    {
        for (var i = 0; i < objects.Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
