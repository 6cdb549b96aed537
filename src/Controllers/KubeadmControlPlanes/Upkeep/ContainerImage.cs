namespace Slipway.Controllers.KubeadmControlPlanes.Upkeep;

/// <summary>The name of a container image.</summary>
/// <param name="Repository">All before the tag, the registry included.</param>
/// <param name="Tag">The tag; empty for none.</param>
internal sealed record ContainerImage(string Repository, string Tag)
{
    /// <summary>The last part of the repository.</summary>
    public string Name => Repository[(Repository.LastIndexOf('/') + 1)..];

    /// <summary>All before the last part; empty for none.</summary>
    public string Folder => Repository.LastIndexOf('/') is var at and > 0 ? Repository[..at] : "";

    /// <summary>Reads a name; a digest is dropped, because it would contradict another tag.</summary>
    /// <param name="text">For example <c>registry.k8s.io/kube-proxy:v1.33.0</c>.</param>
    public static ContainerImage Parse(string text)
    {
        var name = text.IndexOf('@', StringComparison.Ordinal) is var digest and > 0 ? text[..digest] : text;
        var colon = name.LastIndexOf(':');
        return colon > name.LastIndexOf('/') ? new ContainerImage(name[..colon], name[(colon + 1)..]) : new ContainerImage(name, "");
    }

    /// <summary>The image of another repository folder.</summary>
    /// <param name="folder">For example <c>registry.example.org/mirror</c>; null or empty to keep it.</param>
    public ContainerImage In(string? folder) => string.IsNullOrEmpty(folder) ? this : this with { Repository = $"{folder.TrimEnd('/')}/{Name}" };

    /// <summary>Prints the name with its tag.</summary>
    public override string ToString() => Tag.Length > 0 ? $"{Repository}:{Tag}" : Repository;
}
