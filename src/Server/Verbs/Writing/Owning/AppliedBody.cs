using System.Text;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Yaml;
using Slipway.Server.Admission;
using Slipway.Server.Failures;
using Slipway.Server.Objects;

namespace Slipway.Server.Verbs.Writing.Owning;

/// <summary>The body of an apply: all that the applier wants of an object, or of one of its subresources.</summary>
internal static class AppliedBody
{
    private static readonly string[] Address = ["name", "namespace", "uid", "resourceVersion"];

    /// <summary>Reads a body.</summary>
    /// <param name="body">YAML or JSON.</param>
    /// <param name="findings">Where fields that stand twice are noted.</param>
    /// <exception cref="Runtime.Clients.ApiException">400: it is neither, or no object.</exception>
    public static JsonObject Read(ReadOnlyMemory<byte> body, Findings findings)
    {
        if (body.Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..])
        {
            try
            {
                var document = StrictJson.Parse(body.Span);
                document.Duplicates.ToList().ForEach(findings.Duplicate);
                return (JsonObject)document.Root!;
            }
            catch (StrictJsonException)
            {
                // What begins like JSON may still be YAML in flow style.
            }
        }

        try
        {
            return YamlDocuments.Read(Encoding.UTF8.GetString(body.Span), "body") is [{ Root: JsonObject root }]
                ? root
                : throw Refuse.BadRequest("error decoding YAML: the body must be one object");
        }
        catch (YamlFormatException e)
        {
            throw Refuse.BadRequest($"error decoding YAML: {e.Message}");
        }
    }

    /// <summary>Checks that a body is of the kind that the path names, and does not itself speak of owners.</summary>
    /// <param name="config">The body.</param>
    /// <param name="call">The call.</param>
    /// <exception cref="Runtime.Clients.ApiException">400: it is not, or does.</exception>
    public static void Check(JsonObject config, Call call)
    {
        var type = call.Subresource == "scale" ? ScaleView.ScaleType : call.Definition.Type(call.Version);
        var (apiVersion, kind) = (Meta.String(config, "apiVersion"), Meta.String(config, "kind"));
        if (apiVersion != type.ApiVersion || kind != type.Kind)
        {
            throw Refuse.BadRequest($"invalid object type: {KindText(apiVersion, kind)}");
        }

        if (config["metadata"] is not (null or JsonObject))
        {
            throw Refuse.BadRequest($"metadata must be an object, not {Meta.KindOf(config["metadata"])}");
        }

        if (config["metadata"]?["managedFields"] is not null)
        {
            throw Refuse.BadRequest("metadata.managedFields must be nil");
        }
    }

    /// <summary>What of a body counts: a write to an object leaves its status alone, and one to its status all else.</summary>
    /// <param name="config">The body, checked; it is consumed.</param>
    /// <param name="call">The call.</param>
    /// <returns>What is applied to the object, in the version of the call.</returns>
    public static JsonObject Of(JsonObject config, Call call)
    {
        switch (call.Subresource)
        {
            case "":
                if (call.Version.HasStatus)
                {
                    config.Remove("status");
                }

                return config;
            case "scale":
                var scaled = Head(config, call);
                if (config["spec"]?["replicas"] is { } replicas)
                {
                    Set(scaled, ScaleView.Paths(call).SpecReplicas, replicas.DeepClone());
                }

                return scaled;
            default:
                var part = Head(config, call);
                if (call.Definition.Traits.StatusWritesMetadata)
                {
                    Meta.Copy(config, part, [.. Address, "labels", "annotations", "finalizers", "ownerReferences"]);
                }

                if (config.Remove("status", out var status))
                {
                    part["status"] = status;
                }

                return part;
        }
    }

    /// <summary>A kind as messages of the API name it.</summary>
    /// <param name="apiVersion">The group and version.</param>
    /// <param name="kind">The kind.</param>
    public static string KindText(string apiVersion, string kind) =>
        $"{(apiVersion.Contains('/', StringComparison.Ordinal) ? apiVersion : "/" + apiVersion)}, Kind={kind}";

    private static JsonObject Head(JsonObject config, Call call)
    {
        var type = call.Definition.Type(call.Version);
        var head = new JsonObject { ["apiVersion"] = type.ApiVersion, ["kind"] = type.Kind };
        Meta.Copy(config, head, Address);
        return head;
    }

    private static void Set(JsonObject value, string path, JsonNode number)
    {
        var names = path.Split('.', StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names[..^1])
        {
            var inner = new JsonObject();
            value[name] = inner;
            value = inner;
        }

        value[names[^1]] = number;
    }
}
