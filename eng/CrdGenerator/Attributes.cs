using Microsoft.CodeAnalysis;

namespace Slipway.CrdGenerator;

/// <summary>Finds attributes by their names.</summary>
internal static class Attributes
{
    private const string Room = "Slipway.Api.Crds";

    /// <summary>The attributes of a symbol with a name of the Crds room, without the suffix.</summary>
    public static IEnumerable<AttributeData> All(ISymbol symbol, string name) =>
        symbol.GetAttributes().Where(a =>
            a.AttributeClass is { } type && type.Name == name + "Attribute" && type.ContainingNamespace.ToDisplayString() == Room);

    /// <summary>The one attribute of a name, or null.</summary>
    public static AttributeData? One(ISymbol symbol, string name) => All(symbol, name).FirstOrDefault();

    /// <summary>Whether there is an attribute of a name.</summary>
    public static bool Has(ISymbol symbol, string name) => One(symbol, name) is not null;

    /// <summary>The value of a named argument; null where it is not given.</summary>
    public static object? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.Where(a => a.Key == name).Select(a => a.Value.Value).FirstOrDefault();

    /// <summary>The strings of a <c>params string[]</c> argument, or of a single string.</summary>
    public static IEnumerable<string> Strings(AttributeData attribute) =>
        attribute.ConstructorArguments[0].Values.Select(v => (string)v.Value!);
}
