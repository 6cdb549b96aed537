namespace Slipway.Server.Metrics;

/// <summary>What a request was about, in words of which there are few.</summary>
internal readonly record struct RequestLabels : IMetricLabels
{
    /// <summary>The API group.</summary>
    public string? Group { get; init; }

    /// <summary>The API version.</summary>
    public string? Version { get; init; }

    /// <summary>The resource; empty where no resource that is served was meant.</summary>
    public string? Resource { get; init; }

    /// <summary>The subresource, or the page.</summary>
    public string? Subresource { get; init; }

    /// <summary><c>resource</c>, <c>namespace</c> or <c>cluster</c>.</summary>
    public string? Scope { get; init; }

    /// <summary>The verb in capitals.</summary>
    public string? Verb { get; init; }

    /// <summary><c>All</c> for a dry run.</summary>
    public string? DryRun { get; init; }

    /// <summary>The HTTP status; null where it does not count.</summary>
    public string? Code { get; init; }

    /// <inheritdoc/>
    public void Write(MetricsText text)
    {
        if (Code is not null)
        {
            text.Label("code", Code);
        }

        text.Label("component", "apiserver").Label("dry_run", DryRun ?? "").Label("group", Group ?? "").Label("resource", Resource ?? "")
            .Label("scope", Scope ?? "").Label("subresource", Subresource ?? "").Label("verb", Verb ?? "").Label("version", Version ?? "");
    }
}
