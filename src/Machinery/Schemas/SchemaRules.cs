using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Slipway.Machinery.Text;

namespace Slipway.Machinery.Schemas;

/// <summary>What one level of a schema says, the levels below still unread.</summary>
internal sealed class SchemaRules
{
    public SchemaType Type { get; set; }

    public string TypeName { get; set; } = "";

    public string Format { get; set; } = "";

    public bool HasDescription { get; set; }

    public bool Nullable { get; set; }

    public bool IntOrString { get; set; }

    public bool PreserveUnknown { get; set; }

    /// <summary>Whether <c>x-kubernetes-preserve-unknown-fields: false</c> is said, which is no thing to say.</summary>
    public bool DeniesUnknown { get; set; }

    public bool EmbeddedResource { get; set; }

    public Dictionary<string, Schema>? Properties { get; set; }

    /// <summary>The schema of all other members; null where none are allowed, or where any are (see <see cref="AnyAdditional"/>).</summary>
    public Schema? Additional { get; set; }

    /// <summary>Whether other members may be anything.</summary>
    public bool AnyAdditional { get; set; }

    /// <summary>Whether <c>additionalProperties</c> was said at all.</summary>
    public bool HasAdditional { get; set; }

    public Schema? Items { get; set; }

    public string[] Required { get; set; } = [];

    public JsonNode?[]? Enum { get; set; }

    public JsonNode? Default { get; set; }

    public double? Minimum { get; set; }

    public double? Maximum { get; set; }

    public bool ExclusiveMinimum { get; set; }

    public bool ExclusiveMaximum { get; set; }

    public double? MultipleOf { get; set; }

    public long? MinLength { get; set; }

    public long? MaxLength { get; set; }

    public long? MinItems { get; set; }

    public long? MaxItems { get; set; }

    public long? MinProperties { get; set; }

    public long? MaxProperties { get; set; }

    public bool UniqueItems { get; set; }

    public string? Pattern { get; set; }

    public ListType? ListType { get; set; }

    public string[] ListMapKeys { get; set; } = [];

    public string? MapType { get; set; }

    public Schema[] AllOf { get; set; } = [];

    public Schema[] AnyOf { get; set; } = [];

    public Schema[] OneOf { get; set; } = [];

    public Schema? Not { get; set; }

    public ValidationRule[] Validations { get; set; } = [];

    /// <summary>The <see cref="Validations"/> compiled.</summary>
    public CompiledRule[] Compiled => field ??= [.. Validations.Select(v => CompiledRule.Of(v))];

    /// <summary>Keywords with no meaning here that a structural schema may not have in some places, such as <c>title</c>.</summary>
    public HashSet<string>? Others { get; set; }

    /// <summary>The compiled <see cref="Pattern"/>.</summary>
    public Regex? Matcher => Pattern is null ? null : field ??= Re2.Compile(Pattern);

    /// <summary>Whether the level has no further rules than its type and its children.</summary>
    public bool HasCombinations => AllOf.Length > 0 || AnyOf.Length > 0 || OneOf.Length > 0 || Not is not null;
}
