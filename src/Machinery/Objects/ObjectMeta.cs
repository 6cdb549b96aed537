using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Slipway.Machinery.Objects;

/// <summary>The metadata that every stored object carries.</summary>
public sealed record ObjectMeta
{
    /// <summary>The name, unique within the kind and namespace.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>A prefix from which the server makes a name when <see cref="Name"/> is empty.</summary>
    public string? GenerateName { get; init; }

    /// <summary>The namespace; empty for cluster-scoped objects.</summary>
    public string Namespace { get; init => field = value ?? ""; } = "";

    /// <summary>Identifies this very object over all time; set by the server.</summary>
    public string Uid { get; init => field = value ?? ""; } = "";

    /// <summary>The store's revision at the last change, as a decimal number; set by the server.</summary>
    public string ResourceVersion { get; init => field = value ?? ""; } = "";

    /// <summary>Counts the changes of the desired state; set by the server.</summary>
    public long Generation { get; init; }

    /// <summary>When the server first stored the object.</summary>
    public DateTimeOffset? CreationTimestamp { get; init; }

    /// <summary>When deletion was asked for; the object stays until its finalizers are gone.</summary>
    public DateTimeOffset? DeletionTimestamp { get; init; }

    /// <summary>Seconds of grace given at deletion.</summary>
    public long? DeletionGracePeriodSeconds { get; init; }

    /// <summary>Keys by which objects are selected.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init => field = value ?? Empty; } = Empty;

    /// <summary>Notes that tools keep on the object.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init => field = value ?? Empty; } = Empty;

    /// <summary>Who must still tidy up before the object may go.</summary>
    public IReadOnlyList<string> Finalizers { get; init => field = value ?? []; } = [];

    /// <summary>The objects that own this one.</summary>
    public IReadOnlyList<OwnerReference> OwnerReferences { get; init => field = value ?? []; } = [];

    /// <summary>Which manager set which fields; kept as it is.</summary>
    public JsonArray? ManagedFields { get; init; }

    /// <summary>Whether deletion was asked for.</summary>
    [JsonIgnore]
    public bool IsDeleting => DeletionTimestamp is not null;

    /// <summary>Namespace and name together.</summary>
    [JsonIgnore]
    public ObjectKey Key => new(Namespace, Name);

    /// <summary>The owner that manages this object, if any.</summary>
    [JsonIgnore]
    public OwnerReference? ControllerOwner
    {
        get
        {
            foreach (var owner in OwnerReferences)
            {
                if (owner.Controller == true)
                {
                    return owner;
                }
            }

            return null;
        }
    }

    private static readonly IReadOnlyDictionary<string, string> Empty = new Dictionary<string, string>(0);
}
