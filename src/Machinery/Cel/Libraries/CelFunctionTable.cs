using System.Collections.Frozen;
using Slipway.Machinery.Cel.Functions;
using Slipway.Machinery.Cel.Types;

namespace Slipway.Machinery.Cel.Libraries;

/// <summary>All functions that expressions may call: how they are called, and what they do.</summary>
internal static class CelFunctionTable
{
    private static readonly FrozenDictionary<(string, bool, int), CelFunction> Bodies = new[]
    {
        CelOperators.All, CelConversions.All, CelTextFunctions.All, CelFormatting.All, CelListFunctions.All, CelListLibrary.All, CelTimeFunctions.All,
        CelOptionalFunctions.All, CelUrlFunctions.All, CelNetFunctions.All, CelOrderedFunctions.All, CelNamedFormats.All, CelAuthorization.All,
    }
        .SelectMany(f => f).ToFrozenDictionary(f => (f.Name, f.IsMember, f.Arity));

    private static readonly FrozenDictionary<string, CelSignature[]> Forms =
        CelSignatures.All.GroupBy(s => s.Name).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>Finds what a call does; null where there is no function of this form.</summary>
    public static CelFunction? Find(string name, bool isMember, int arity) => Bodies.GetValueOrDefault((name, isMember, arity));

    /// <summary>The forms in which a function may be called; none where there is no such function.</summary>
    public static IReadOnlyList<CelSignature> FormsOf(string name) => Forms.GetValueOrDefault(name) ?? [];
}
