using Slipway.Machinery.Cel.Syntax;
using Slipway.Machinery.Cel.Types;

namespace Slipway.Machinery.Cel.Checking;

/// <summary>An expression with the types of its parts.</summary>
/// <param name="Root">The expression.</param>
/// <param name="Types">The types of its parts.</param>
internal sealed record CelChecked(CelExpr Root, IReadOnlyDictionary<CelExpr, CelType> Types)
{
    /// <summary>The type of the whole.</summary>
    public CelType Type => Types[Root];
}
