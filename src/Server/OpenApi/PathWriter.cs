using System.Text.Json;
using Slipway.Server.Discovery;

namespace Slipway.Server.OpenApi;

/// <summary>Writes paths; what differs between the versions of OpenAPI is left to the two that derive from it.</summary>
internal abstract class PathWriter
{
    /// <summary>Writes the property <c>paths</c>.</summary>
    /// <param name="writer">Inside the document.</param>
    /// <param name="groups">The group versions whose kinds' paths are written.</param>
    public void Write(Utf8JsonWriter writer, IEnumerable<(ApiGroup Group, string Version)> groups)
    {
        writer.WriteStartObject("paths"u8);
        foreach (var (group, version) in groups)
        {
            foreach (var path in group.In(version).SelectMany(d => ApiPath.Of(d.Definition, d.Version)))
            {
                WritePath(writer, path);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes what an operation takes besides the parameters of its path.</summary>
    /// <param name="writer">Inside the operation.</param>
    /// <param name="operation">The operation.</param>
    protected abstract void WriteInput(Utf8JsonWriter writer, ApiOperation operation);

    /// <summary>Writes the schema of an answer.</summary>
    /// <param name="writer">Inside the answer.</param>
    /// <param name="schema">The schema's name.</param>
    protected abstract void WriteAnswer(Utf8JsonWriter writer, string schema);

    /// <summary>Writes the type of a parameter.</summary>
    /// <param name="writer">Inside the parameter.</param>
    /// <param name="parameter">The parameter.</param>
    protected abstract void WriteType(Utf8JsonWriter writer, QueryParameter parameter);

    /// <summary>Writes parameters as items of a list.</summary>
    /// <param name="writer">Inside the list.</param>
    /// <param name="parameters">The parameters.</param>
    protected void WriteParameters(Utf8JsonWriter writer, IEnumerable<QueryParameter> parameters)
    {
        foreach (var parameter in parameters)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, parameter.Name);
            writer.WriteString("in"u8, parameter.Place);
            writer.WriteString("description"u8, parameter.Description);
            if (parameter.Place == "path")
            {
                writer.WriteBoolean("required"u8, true);
            }

            WriteType(writer, parameter);
            writer.WriteEndObject();
        }
    }

    private void WritePath(Utf8JsonWriter writer, ApiPath path)
    {
        writer.WriteStartObject(path.Path);
        foreach (var operation in path.Operations)
        {
            WriteOperation(writer, path, operation);
        }

        writer.WriteStartArray("parameters"u8);
        WriteParameters(writer, path.Parameters);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteOperation(Utf8JsonWriter writer, ApiPath path, ApiOperation operation)
    {
        var (group, version, kind) = path.Kind;
        writer.WriteStartObject(operation.Method);
        writer.WriteString("description"u8, $"{operation.Action} {path.Definition.Kind.Kind}");
        writer.WriteString("operationId"u8, IdOf(path, operation));
        WriteInput(writer, operation);
        writer.WriteStartObject("responses"u8);
        writer.WriteStartObject("200"u8);
        writer.WriteString("description"u8, "OK"u8);
        WriteAnswer(writer, operation.Answer);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteString("x-kubernetes-action"u8, operation.Action);
        writer.WriteStartObject("x-kubernetes-group-version-kind"u8);
        writer.WriteString("group"u8, group);
        writer.WriteString("kind"u8, kind);
        writer.WriteString("version"u8, version);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>The action and the words of the path, in one camel-cased word.</summary>
    private static string IdOf(ApiPath path, ApiOperation operation) =>
        operation.Action + string.Concat(path.Path
            .Split(['/', '.', '-'], StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part[0] != '{')
            .Select(part => char.ToUpperInvariant(part[0]) + part[1..]))
        + (path.Path.Contains("{namespace}", StringComparison.Ordinal) ? "InNamespace" : "")
        + (path.Path.Contains("{name}", StringComparison.Ordinal) ? "ByName" : "");
}
