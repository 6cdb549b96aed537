using System.Text.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Server.Objects;

/// <summary>What the server itself must know of an object, read from its bytes without building a tree.</summary>
internal sealed class StoredHead
{
    private static readonly IReadOnlyDictionary<string, string> NoLabels = new Dictionary<string, string>(0);

    private StoredHead()
    {
    }

    /// <summary>The offset just behind the opening brace of the metadata.</summary>
    public int MetadataAt { get; private set; }

    /// <summary>The offset just behind the closing brace of the metadata.</summary>
    public int MetadataEnd { get; private set; }

    /// <summary>The uid; empty where there is none.</summary>
    public string Uid { get; private set; } = "";

    /// <summary>Whether deletion was asked for.</summary>
    public bool IsDeleting { get; private set; }

    /// <summary>Who must still tidy up.</summary>
    public IReadOnlyList<string> Finalizers { get; private set; } = [];

    /// <summary>The objects that own this one.</summary>
    public IReadOnlyList<OwnerReference> Owners { get; private set; } = [];

    /// <summary>The labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; private set; } = NoLabels;

    /// <summary>The offset just behind the opening brace of the metadata of stored or shown bytes.</summary>
    /// <param name="utf8">An object.</param>
    /// <exception cref="JsonException">There is no metadata.</exception>
    public static int FindMetadata(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        return Seek(ref reader);
    }

    /// <summary>Reads up to the end of the metadata.</summary>
    /// <param name="utf8">An object.</param>
    /// <exception cref="JsonException">The bytes are not an object with metadata.</exception>
    public static StoredHead Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        var head = new StoredHead { MetadataAt = Seek(ref reader) };
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("uid"u8))
            {
                reader.Read();
                head.Uid = reader.GetString() ?? "";
            }
            else if (reader.ValueTextEquals("deletionTimestamp"u8))
            {
                reader.Read();
                head.IsDeleting = reader.TokenType == JsonTokenType.String;
            }
            else if (reader.ValueTextEquals("labels"u8))
            {
                head.Labels = ReadLabels(ref reader);
            }
            else if (reader.ValueTextEquals("finalizers"u8))
            {
                head.Finalizers = ReadFinalizers(ref reader);
            }
            else if (reader.ValueTextEquals("ownerReferences"u8))
            {
                head.Owners = ReadOwners(ref reader);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        head.MetadataEnd = (int)reader.BytesConsumed;
        return head;
    }

    private static int Seek(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("metadata"u8);
            reader.Read();
            if (found)
            {
                return (int)reader.BytesConsumed;
            }

            reader.Skip();
        }

        throw new JsonException("An object of the store has no metadata: the store was written by something else.");
    }

    private static IReadOnlyDictionary<string, string> ReadLabels(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return NoLabels;
        }

        var labels = new Dictionary<string, string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            labels[key] = reader.GetString() ?? "";
        }

        return labels;
    }

    private static List<string> ReadFinalizers(ref Utf8JsonReader reader)
    {
        var finalizers = new List<string>();
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                finalizers.Add(reader.GetString() ?? "");
            }
        }

        return finalizers;
    }

    private static List<OwnerReference> ReadOwners(ref Utf8JsonReader reader)
    {
        var owners = new List<OwnerReference>(1);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return owners;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            owners.Add(ReadOwner(ref reader));
        }

        return owners;
    }

    private static OwnerReference ReadOwner(ref Utf8JsonReader reader)
    {
        var owner = new OwnerReference();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            owner = name switch
            {
                "apiVersion" => owner with { ApiVersion = reader.GetString() ?? "" },
                "kind" => owner with { Kind = reader.GetString() ?? "" },
                "name" => owner with { Name = reader.GetString() ?? "" },
                "uid" => owner with { Uid = reader.GetString() ?? "" },
                "controller" => owner with { Controller = reader.TokenType == JsonTokenType.True },
                "blockOwnerDeletion" => owner with { BlockOwnerDeletion = reader.TokenType == JsonTokenType.True },
                _ => owner,
            };
            reader.Skip();
        }

        return owner;
    }
}
