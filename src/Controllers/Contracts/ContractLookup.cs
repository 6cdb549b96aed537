using System.Diagnostics.CodeAnalysis;

namespace Slipway.Controllers.Contracts;

/// <summary>The answer to the question which version of a kind keeps a contract.</summary>
/// <param name="Kind">The kind; null where there is none.</param>
/// <param name="Problem">Where there is none: why, and what to do, as a sentence; else empty.</param>
public sealed record ContractLookup(ContractKind? Kind, string Problem)
{
    /// <summary>Whether the kind was found.</summary>
    [MemberNotNullWhen(true, nameof(Kind))]
    public bool Found => Kind is not null;
}
