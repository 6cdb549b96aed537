namespace Slipway.EndToEnd.Support;

/// <summary>How a management plane is started.</summary>
internal sealed record PlaneOptions
{
    /// <summary>Its data directory; null for a new one that is removed in the end.</summary>
    public string? Folder { get; init; }

    /// <summary>Its port; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>Further arguments of <c>up</c>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The Docker Engine's address; where nothing answers unless a test says otherwise.</summary>
    public string DockerHost { get; init; } = "unix:///nonexistent/docker.sock";
}
