namespace Slipway.Machinery.Objects;

/// <summary>Selects objects by their labels; an empty selector selects everything.</summary>
public sealed record LabelSelector
{
    /// <summary>Labels that must have exactly these values.</summary>
    public IReadOnlyDictionary<string, string> MatchLabels { get; init => field = value ?? new Dictionary<string, string>(0); } =
        new Dictionary<string, string>(0);

    /// <summary>Further requirements; all must hold.</summary>
    public IReadOnlyList<LabelSelectorRequirement> MatchExpressions { get; init => field = value ?? []; } = [];
}
