namespace Slipway.Api.Conditions;

/// <summary>How much a condition weighs when several are merged; the least value wins.</summary>
internal enum MergePriority
{
    /// <summary>It is not as it should be.</summary>
    Issue,

    /// <summary>It is not known.</summary>
    Unknown,

    /// <summary>It is as it should be.</summary>
    Good,
}
