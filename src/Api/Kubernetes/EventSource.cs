namespace Slipway.Api.Kubernetes;

/// <summary>Who tells an event.</summary>
public sealed record EventSource
{
    /// <summary>The program.</summary>
    public string? Component { get; init; }

    /// <summary>The machine on which it runs.</summary>
    public string? Host { get; init; }
}
