using System.Text.Json;

namespace Slipway.Server.OpenApi;

/// <summary>
/// Writes a Swagger 2.0 document as the message <c>openapi.v2.Document</c> of gnostic, which every kubectl up to 1.33 asks
/// for. The field numbers are those of that message's public definition.
/// </summary>
internal static class GnosticDocument
{
    /// <summary>Writes a document.</summary>
    /// <param name="json">The document as JSON.</param>
    public static byte[] Write(JsonElement json)
    {
        var writer = new ProtoWriter();
        foreach (var field in json.EnumerateObject())
        {
            switch (field.Name)
            {
                case "swagger":
                    writer.Text(1, field.Value.GetString());
                    break;
                case "info":
                    writer.Message(2, field.Value, Info);
                    break;
                case "paths":
                    writer.Message(8, field.Value, Paths);
                    break;
                case "definitions":
                    writer.Message(9, field.Value, GnosticSchema.WriteNamed);
                    break;
            }
        }

        return writer.Written.ToArray();
    }

    private static void Info(ProtoWriter writer, JsonElement info)
    {
        writer.Text(1, GnosticSchema.Text(info, "title"));
        writer.Text(2, GnosticSchema.Text(info, "version"));
    }

    private static void Paths(ProtoWriter writer, JsonElement paths)
    {
        foreach (var path in paths.EnumerateObject())
        {
            writer.Message(2, path, static (named, path) =>
            {
                named.Text(1, path.Name);
                named.Message(2, path.Value, Path);
            });
        }
    }

    private static void Path(ProtoWriter writer, JsonElement path)
    {
        foreach (var field in path.EnumerateObject())
        {
            switch (field.Name)
            {
                case "get":
                    writer.Message(2, field.Value, Operation);
                    break;
                case "put":
                    writer.Message(3, field.Value, Operation);
                    break;
                case "post":
                    writer.Message(4, field.Value, Operation);
                    break;
                case "delete":
                    writer.Message(5, field.Value, Operation);
                    break;
                case "patch":
                    writer.Message(8, field.Value, Operation);
                    break;
                case "parameters":
                    Parameters(writer, 9, field.Value);
                    break;
            }
        }
    }

    private static void Operation(ProtoWriter writer, JsonElement operation)
    {
        foreach (var field in operation.EnumerateObject())
        {
            switch (field.Name)
            {
                case "description":
                    writer.Text(3, field.Value.GetString());
                    break;
                case "operationId":
                    writer.Text(5, field.Value.GetString());
                    break;
                case "produces":
                    GnosticSchema.Items(writer, 6, field.Value);
                    break;
                case "consumes":
                    GnosticSchema.Items(writer, 7, field.Value);
                    break;
                case "parameters":
                    Parameters(writer, 8, field.Value);
                    break;
                case "responses":
                    writer.Message(9, field.Value, Responses);
                    break;
                case var name when name.StartsWith("x-", StringComparison.Ordinal):
                    writer.Message(13, field, GnosticSchema.Extension);
                    break;
            }
        }
    }

    private static void Parameters(ProtoWriter writer, int field, JsonElement parameters)
    {
        foreach (var parameter in parameters.EnumerateArray())
        {
            // ParametersItem.parameter, then one of Parameter's two forms.
            writer.Message(field, parameter, static (item, parameter) => item.Message(1, parameter, static (form, parameter) =>
            {
                switch (GnosticSchema.Text(parameter, "in"))
                {
                    case "body":
                        form.Message(1, parameter, BodyParameter);
                        break;
                    case "path":
                        form.Message(2, parameter, static (other, parameter) => other.Message(4, parameter, PathParameter));
                        break;
                    default:
                        form.Message(2, parameter, static (other, parameter) => other.Message(3, parameter, QueryParameter));
                        break;
                }
            }));
        }
    }

    private static void BodyParameter(ProtoWriter writer, JsonElement parameter)
    {
        writer.Text(1, GnosticSchema.Text(parameter, "description"));
        writer.Text(2, GnosticSchema.Text(parameter, "name"));
        writer.Text(3, "body");
        writer.Flag(4, GnosticSchema.Flag(parameter, "required"));
        writer.Message(5, parameter.GetProperty("schema"), GnosticSchema.Write);
    }

    private static void PathParameter(ProtoWriter writer, JsonElement parameter)
    {
        writer.Flag(1, GnosticSchema.Flag(parameter, "required"));
        CommonParameter(writer, parameter);
        writer.Text(5, GnosticSchema.Text(parameter, "type"));
    }

    private static void QueryParameter(ProtoWriter writer, JsonElement parameter)
    {
        CommonParameter(writer, parameter);
        writer.Text(6, GnosticSchema.Text(parameter, "type"));
    }

    private static void CommonParameter(ProtoWriter writer, JsonElement parameter)
    {
        writer.Text(2, GnosticSchema.Text(parameter, "in"));
        writer.Text(3, GnosticSchema.Text(parameter, "description"));
        writer.Text(4, GnosticSchema.Text(parameter, "name"));
    }

    private static void Responses(ProtoWriter writer, JsonElement responses)
    {
        foreach (var response in responses.EnumerateObject())
        {
            writer.Message(1, response, static (named, response) =>
            {
                named.Text(1, response.Name);
                named.Message(2, response.Value, static (value, response) => value.Message(1, response, Response));
            });
        }
    }

    private static void Response(ProtoWriter writer, JsonElement response)
    {
        writer.Text(1, GnosticSchema.Text(response, "description"));
        if (response.TryGetProperty("schema"u8, out var schema))
        {
            writer.Message(2, schema, static (item, schema) => item.Message(1, schema, GnosticSchema.Write));
        }
    }
}
