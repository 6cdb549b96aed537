using Slipway.Machinery.Objects;

namespace Slipway.Server.Resources;

/// <summary>Everything the server knows of one kind: built in, or from a CustomResourceDefinition. Immutable.</summary>
internal sealed record ResourceDefinition
{
    /// <summary>The kind and its group.</summary>
    public required GroupKind Kind { get; init; }

    /// <summary>The name in paths.</summary>
    public required string Plural { get; init; }

    /// <summary>The name for one object on the command line.</summary>
    public required string Singular { get; init; }

    /// <summary>The kind of its lists.</summary>
    public required string ListKind { get; init; }

    /// <summary>Short names for the command line.</summary>
    public IReadOnlyList<string> ShortNames { get; init; } = [];

    /// <summary>Groups of kinds it is listed with, for example <c>all</c>.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Whether objects live in namespaces.</summary>
    public required bool Namespaced { get; init; }

    /// <summary>The verbs of the main resource, as discovery names them.</summary>
    public IReadOnlyList<string> Verbs { get; init; } = AllVerbs;

    /// <summary>Subresources other than <c>status</c> and <c>scale</c>; requests to any other are answered 404.</summary>
    public IReadOnlyList<Subresource> Subresources { get; init; } = [];

    /// <summary>Its versions, by preference; exactly one is the storage version.</summary>
    public required IReadOnlyList<ResourceVersion> Versions
    {
        get;
        init
        {
            field = value;
            Storage = value.FirstOrDefault(v => v.Storage)!;
        }
    }

    /// <summary>Whether it is built in; such kinds take strategic merge patches and protobuf upstream.</summary>
    public required bool BuiltIn { get; init; }

    /// <summary>Whether its CustomResourceDefinition is being deleted, so that nothing new may be made.</summary>
    public bool IsEnding { get; init; }

    /// <summary>The habits of the kind.</summary>
    public KindTraits Traits { get; init; } = KindTraits.CustomResource;

    /// <summary>Changes between versions; null where only <c>apiVersion</c> differs.</summary>
    public IObjectConverter? Converter { get; init; }

    /// <summary>The version in which objects are stored.</summary>
    public ResourceVersion Storage { get; private init; } = null!;

    /// <summary><c>plural.group</c>, or the plural alone for the core group.</summary>
    public string QualifiedPlural => Kind.Group.Length == 0 ? Plural : $"{Plural}.{Kind.Group}";

    /// <summary>The key prefix of its objects: <c>/registry/[group/]plural/</c>.</summary>
    public string Prefix => field ??= Kind.Group.Length == 0 || BuiltIn ? $"/registry/{Plural}/" : $"/registry/{Kind.Group}/{Plural}/";

    /// <summary>How clients address one version of it.</summary>
    /// <param name="version">One of <see cref="Versions"/>.</param>
    public ResourceType Type(ResourceVersion version) => new(version.Group ?? Kind.Group, version.Name, Kind.Kind, Plural, Namespaced);

    /// <summary>The verbs of an ordinary resource.</summary>
    public static IReadOnlyList<string> AllVerbs { get; } =
        ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"];
}
