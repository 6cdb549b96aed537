using Microsoft.CodeAnalysis;

namespace Slipway.CrdGenerator;

/// <summary>One entry of <c>spec.versions</c>.</summary>
internal static class VersionEntry
{
    /// <summary>Writes the entry of a record.</summary>
    public static void Write(JsonText json, string version, INamedTypeSymbol type, AttributeData marker, CancellationToken cancellation)
    {
        json.Open().Text("name", version).Json("served", "true").Json("storage", Flag(marker, "Storage") ? "true" : "false");
        if (Flag(marker, "Deprecated"))
        {
            json.Json("deprecated", "true");
        }

        Subresources(json, type, marker);
        Columns(json, type);
        json.Name("schema").Open().Name("openAPIV3Schema").Open();
        json.Text("description", DocText.Of(type, cancellation)).Text("type", "object");
        new SchemaWriter(json, cancellation).Root(type);
        json.Close().Close().Close();
    }

    private static bool Flag(AttributeData marker, string name) => Attributes.Named(marker, name) is true;

    private static void Subresources(JsonText json, INamedTypeSymbol type, AttributeData marker)
    {
        var scale = Attributes.One(type, "Scale");
        if (!Flag(marker, "Status") && scale is null)
        {
            return;
        }

        json.Name("subresources").Open();
        if (Flag(marker, "Status"))
        {
            json.Name("status").Open().Close();
        }

        if (scale is not null)
        {
            json.Name("scale").Open()
                .Text("specReplicasPath", (string)scale.ConstructorArguments[0].Value!)
                .Text("statusReplicasPath", (string)scale.ConstructorArguments[1].Value!);
            if ((string)scale.ConstructorArguments[2].Value! is { Length: > 0 } selector)
            {
                json.Text("labelSelectorPath", selector);
            }

            json.Close();
        }

        json.Close();
    }

    private static void Columns(JsonText json, INamedTypeSymbol type)
    {
        var columns = Attributes.All(type, "Column").ToList();
        if (columns.Count == 0)
        {
            return;
        }

        json.Name("additionalPrinterColumns").OpenList();
        foreach (var column in columns)
        {
            json.Open()
                .Text("name", (string)column.ConstructorArguments[0].Value!)
                .Text("type", Attributes.Named(column, "Type") as string ?? "string")
                .Text("jsonPath", (string)column.ConstructorArguments[1].Value!);
            if (Attributes.Named(column, "Priority") is int priority)
            {
                json.Json("priority", priority.ToString());
            }

            if (Attributes.Named(column, "Format") is string format)
            {
                json.Text("format", format);
            }

            json.Close();
        }

        json.CloseList();
    }
}
