using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Slipway.Runtime.Clients;
using Slipway.Server.Http.Answers;
using Slipway.Server.Http.Requests;
using Slipway.Server.Protobuf;
using Slipway.Server.Tables;
using Slipway.Server.Verbs;
using Slipway.Server.Watching;

namespace Slipway.Server.Http;

/// <summary>Shows what verbs answer in the form that a client chose: whole, as rows of a table, or as metadata alone.</summary>
internal sealed class ResourceView
{
    private readonly Representation _representation;
    private readonly Call _call;
    private readonly TimeProvider _clock;
    private readonly RowObject _include;
    private bool _headed;

    /// <summary>Prepares a view.</summary>
    /// <param name="representation">The form.</param>
    /// <param name="call">The resource.</param>
    /// <param name="query">The query: what tables include.</param>
    /// <param name="clock">The ages in tables.</param>
    /// <exception cref="ApiException">400: the query asks to include something that there is not. 406: the kind has no metadata.</exception>
    public ResourceView(Representation representation, Call call, IQueryCollection query, TimeProvider clock)
    {
        _representation = representation;
        _call = call;
        _clock = clock;
        _include = RequestOptions.Text(query, "includeObject") switch
        {
            "" or "Metadata" => RowObject.Metadata,
            "None" => RowObject.None,
            "Object" => RowObject.Object,
            var other => throw Refusal.BadRequest($"the query parameter includeObject must be None, Metadata or Object, but is \"{other}\""),
        };
        if (representation.Transform != Transform.None && !call.Definition.Verbs.Contains("get") && call.Subresource.Length == 0)
        {
            // A review is answered, not kept: it has no metadata to make a row or a digest of.
            throw Refusal.NotAcceptable(Representation.Offers);
        }
    }

    /// <summary>One object.</summary>
    /// <param name="json">The object; a Status is shown as it is.</param>
    public Payload Object(ReadOnlyMemory<byte> json)
    {
        if (_representation.Transform == Transform.None || IsStatus(json.Span))
        {
            return new(json);
        }

        return Written(json.Length, writer => WriteOne(writer, json, HeadingRule.Told));
    }

    /// <summary>A list.</summary>
    /// <param name="page">The page.</param>
    public Payload List(ListAnswer page) => _representation.Transform switch
    {
        Transform.Table => Written(page.Items.Count * 512, writer => Table().Write(
            writer, w => ListEnvelope.WriteMetadata(w, page), page.Items, HeadingRule.Told)),
        Transform.PartialObjectMetadata => ListEnvelope.OfMetadata(_representation.TransformVersion, page),
        _ => ListEnvelope.Of(_call.Definition.Type(_call.Version).ApiVersion, _call.Definition.ListKind, page),
    };

    /// <summary>The line or frame of a watch.</summary>
    /// <param name="item">The event.</param>
    public ReadOnlyMemory<byte> Line(WatchItem item)
    {
        var isProtobuf = _representation.Form == BodyForm.Protobuf;
        if (_representation.Transform == Transform.None || item.Type is null)
        {
            return isProtobuf ? ProtobufFrames.Of(item) : item.Line;
        }

        if (_representation.Transform == Transform.PartialObjectMetadata)
        {
            return _representation.TransformVersion == "v1"
                ? item.Shaped("metadata/v1", static i => MetadataLine(i, "v1"))
                : item.Shaped("metadata/v1beta1", static i => MetadataLine(i, "v1beta1"));
        }

        var heading = _headed ? HeadingRule.ToldBefore : HeadingRule.Told;
        _headed = true;
        var line = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(line, TableWriter.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, TypeOf(item.Type.Value));
            writer.WritePropertyName("object"u8);
            WriteOne(writer, item.Object, heading);
            writer.WriteEndObject();
        }

        line.Write("\n"u8);
        return isProtobuf ? ProtobufFrames.Make(line.WrittenMemory) : line.WrittenMemory;
    }

    private static byte[] MetadataLine(WatchItem item, string version) =>
    [
        .. "{\"type\":\""u8, .. TypeOf(item.Type!.Value), .. "\",\"object\":"u8,
        .. PartialMetadata.Opening(version, separated: ""), .. PartialMetadata.Find(item.Object).Span, .. "}}\n"u8,
    ];

    private static bool IsStatus(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var kind = reader.ValueTextEquals("kind"u8);
            reader.Read();
            if (kind)
            {
                return reader.ValueTextEquals("Status"u8);
            }

            reader.Skip();
        }

        return false;
    }

    private static ReadOnlySpan<byte> TypeOf(WatchEventType type) => type switch
    {
        WatchEventType.Added => "ADDED"u8,
        WatchEventType.Modified => "MODIFIED"u8,
        WatchEventType.Deleted => "DELETED"u8,
        _ => "BOOKMARK"u8,
    };

    private static Payload Written(int size, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(Math.Max(size, 256));
        using (var writer = new Utf8JsonWriter(buffer, TableWriter.Options))
        {
            write(writer);
        }

        return new(buffer.WrittenMemory);
    }

    private void WriteOne(Utf8JsonWriter writer, ReadOnlyMemory<byte> json, HeadingRule heading)
    {
        if (_representation.Transform == Transform.Table)
        {
            Table().Write(writer, w => WriteVersion(w, json), [json], heading);
        }
        else
        {
            PartialMetadata.Write(writer, json, _representation.TransformVersion);
        }
    }

    private TableWriter Table() =>
        new(TableShape.Of(_call.Definition, _call.Version), _representation.TransformVersion, _include, _clock.GetUtcNow());

    /// <summary>A table of one object carries the object's resource version.</summary>
    private static void WriteVersion(Utf8JsonWriter writer, ReadOnlyMemory<byte> json)
    {
        writer.WriteStartObject("metadata"u8);
        var reader = new Utf8JsonReader(PartialMetadata.Find(json).Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var wanted = reader.ValueTextEquals("resourceVersion"u8);
            reader.Read();
            if (wanted)
            {
                writer.WriteString("resourceVersion"u8, reader.GetString());
                break;
            }

            reader.Skip();
        }

        writer.WriteEndObject();
    }
}
