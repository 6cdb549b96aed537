using Slipway.Machinery.Objects;

namespace Slipway.Machinery.Schemas.Structure;

/// <summary>Where in a schema rules are checked.</summary>
/// <param name="Path">The place.</param>
/// <param name="Uncorrelatable">The place from which on a value cannot be found again in the object before; null where it can.</param>
/// <param name="Cardinality">How many such values an object can have; null where there is no limit.</param>
/// <param name="Costs">What the rules of the whole schema cost.</param>
/// <param name="Errors">Where faults go.</param>
internal sealed record RuleScope(string Path, string? Uncorrelatable, ulong? Cardinality, RuleCosts Costs, List<FieldError> Errors);
