using Slipway.Machinery.Objects;

namespace Slipway.App.Dashboard;

/// <summary>One line of a cluster's tree.</summary>
/// <param name="Kind">The object's kind, or a heading such as <c>Workers</c>.</param>
/// <param name="Name">The object's name; empty for a heading.</param>
internal sealed record TreeNode(string Kind, string Name)
{
    /// <summary>The condition that sums the object up: <c>Available</c>, else <c>Ready</c>; null where it has neither.</summary>
    public Condition? Main { get; init; }

    /// <summary>All its conditions.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>The phase, for kinds that have one.</summary>
    public string Phase { get; init; } = "";

    /// <summary>The Kubernetes version, for kinds that have one.</summary>
    public string Version { get; init; } = "";

    /// <summary>Replicas as <c>available/wanted</c>; empty for kinds that have none.</summary>
    public string Replicas { get; init; } = "";

    /// <summary>Whether the object is being deleted.</summary>
    public bool Deleting { get; init; }

    /// <summary>What hangs below it.</summary>
    public IReadOnlyList<TreeNode> Children { get; init; } = [];

    /// <summary>The node and all below it, from the top.</summary>
    public IEnumerable<TreeNode> All() => Children.SelectMany(c => c.All()).Prepend(this);

    /// <summary><c>Kind/name</c>, or the heading.</summary>
    public string Title => Name.Length == 0 ? Kind : $"{Kind}/{Name}";
}
