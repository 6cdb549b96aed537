using System.Text.Json.Serialization.Metadata;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Unit.Support;

/// <summary>A kind for tests of what knows no kind.</summary>
internal sealed record Toy : IKind<Toy>
{
    public static ResourceType Resource { get; } = new("toys.example", "v1", "Toy", "toys");

    public static JsonTypeInfo<Toy> JsonType { get; } = KubernetesJson.Of<Toy>(KubernetesJson.Options(ToyJson.Default));

    public string ApiVersion { get; init; } = Resource.ApiVersion;

    public string Kind { get; init; } = Resource.Kind;

    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    public Wish Spec { get; init => field = value ?? new(); } = new();

    public Sight Status { get; init => field = value ?? new(); } = new();

    public static Toy Named(string name, string @namespace = "default") =>
        new() { Metadata = new ObjectMeta { Name = name, Namespace = @namespace } };

    public Toy WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };

    internal sealed record Wish
    {
        public string? Colour { get; init; }
    }

    internal sealed record Sight
    {
        public long? Seen { get; init; }
    }
}
