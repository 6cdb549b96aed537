using System.Text.Json;

namespace Slipway.Runtime.Clients;

/// <summary>The few words of an object that tell which one it is, read without building anything else.</summary>
/// <param name="Kind">The kind; empty where it stands behind the metadata.</param>
/// <param name="Uid">The uid; empty where there is none.</param>
/// <param name="ResourceVersion">The resource version as a number; 0 where there is none.</param>
/// <param name="IsDeleting">Whether deletion was asked for; known only where the whole metadata was read.</param>
internal readonly record struct ObjectHead(string Kind, string Uid, long ResourceVersion, bool IsDeleting)
{
    /// <summary>Reads up to the end of the metadata.</summary>
    /// <param name="utf8">An object as UTF-8 JSON.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static ObjectHead Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        var kind = "";
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return default;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("metadata"u8))
            {
                reader.Read();
                return Metadata(ref reader, kind);
            }

            var isKind = reader.ValueTextEquals("kind"u8);
            reader.Read();
            if (isKind && reader.TokenType == JsonTokenType.String)
            {
                kind = reader.GetString()!;
            }

            reader.Skip();
        }

        return new ObjectHead(kind, "", 0, IsDeleting: false);
    }

    private static ObjectHead Metadata(ref Utf8JsonReader reader, string kind)
    {
        var head = new ObjectHead(kind, "", 0, IsDeleting: false);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return head;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("uid"u8))
            {
                reader.Read();
                head = head with { Uid = reader.GetString() ?? "" };
            }
            else if (reader.ValueTextEquals("resourceVersion"u8))
            {
                reader.Read();
                head = head with { ResourceVersion = long.TryParse(reader.GetString(), out var revision) ? revision : 0 };
            }
            else if (reader.ValueTextEquals("deletionTimestamp"u8))
            {
                reader.Read();
                head = head with { IsDeleting = reader.TokenType == JsonTokenType.String };
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return head;
    }
}
