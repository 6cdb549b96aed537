using Slipway.Machinery.Objects;

namespace Slipway.App.Applying;

/// <summary>What was done with an object.</summary>
/// <param name="Type">Its kind.</param>
/// <param name="Namespace">Its namespace; empty for cluster scope.</param>
/// <param name="Name">Its name.</param>
/// <param name="Result"><c>created</c>, <c>configured</c>, <c>unchanged</c> or <c>checked</c>.</param>
internal sealed record Applied(ResourceType Type, string Namespace, string Name, string Result)
{
    /// <summary>As kubectl names objects: <c>kind.group/name</c>.</summary>
    public string Title => $"{Type.Kind.ToLowerInvariant()}{(Type.Group.Length > 0 ? "." + Type.Group : "")}/{Name}";
}
