namespace Slipway.Api.Conditions;

/// <summary>The reasons of a condition that is merged from several.</summary>
/// <param name="Issue">Where at least one reports an issue.</param>
/// <param name="Unknown">Where none reports an issue and at least one is unknown.</param>
/// <param name="Good">Where all are as they should be.</param>
public sealed record MergeReasons(string Issue, string Unknown, string Good);
