using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Schemas;
using Slipway.Machinery.Schemas.Structure;
using Slipway.Server.Resources;

namespace Slipway.Server.Admission;

/// <summary>A version's schema at work on objects.</summary>
internal static class SchemaGate
{
    /// <summary>Checks that a schema is structural.</summary>
    /// <param name="schema">The OpenAPI v3 schema of a version.</param>
    /// <param name="path">Where it stands in its definition.</param>
    /// <param name="errors">Where faults go.</param>
    public static void CheckStructure(JsonObject schema, string path, List<FieldError> errors) =>
        errors.AddRange(StructuralCheck.Check(Schema.Parse(schema), path));

    extension(ResourceSchema schema)
    {
        /// <summary>Takes out fields that the schema does not know and notes them.</summary>
        /// <param name="value">The object.</param>
        /// <param name="findings">Where they are noted.</param>
        public void Prune(JsonObject value, Findings findings)
        {
            foreach (var path in Pruner.Prune(value, schema.Compiled))
            {
                findings.Unknown(path);
            }
        }

        /// <summary>Fills in the schema's defaults.</summary>
        /// <param name="value">The object.</param>
        public void Default(JsonObject value) => Defaulter.Default(value, schema.Compiled);

        /// <summary>Holds an object against the schema and its rules.</summary>
        /// <param name="value">The object.</param>
        /// <param name="old">The object before; null for a new one.</param>
        /// <param name="findings">Where faults go.</param>
        public void Validate(JsonObject value, JsonObject? old, Findings findings) =>
            findings.Add(Validator.Validate(value, schema.Compiled, old));
    }
}
