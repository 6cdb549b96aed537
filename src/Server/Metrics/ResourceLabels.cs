namespace Slipway.Server.Metrics;

/// <summary>A resource that is served.</summary>
/// <param name="Group">Its group.</param>
/// <param name="Resource">Its plural.</param>
/// <param name="Version">The version; null where it does not count.</param>
internal readonly record struct ResourceLabels(string? Group, string? Resource, string? Version = null) : IMetricLabels
{
    /// <inheritdoc/>
    public void Write(MetricsText text)
    {
        text.Label("group", Group ?? "").Label("resource", Resource ?? "");
        if (Version is not null)
        {
            text.Label("version", Version);
        }
    }
}
