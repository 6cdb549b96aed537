using Microsoft.CodeAnalysis;

namespace Slipway.CrdGenerator;

/// <summary>One version of a kind, ready to be written; equal where everything that is written is equal.</summary>
internal sealed class KindVersion : IEquatable<KindVersion>
{
    /// <summary>The API group.</summary>
    public string Group { get; private set; } = "";

    /// <summary>The version.</summary>
    public string Version { get; private set; } = "";

    /// <summary>The kind.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The name in paths.</summary>
    public string Plural { get; private set; } = "";

    /// <summary>Short names, separated by commas.</summary>
    public string ShortNames { get; private set; } = "";

    /// <summary>The entry of <c>spec.versions</c> as JSON.</summary>
    public string Json { get; private set; } = "";

    /// <summary>Why the record cannot be written; null where it can.</summary>
    public string? Error { get; private set; }

    /// <summary>The definition's name.</summary>
    public string CrdName => Plural + "." + Group;

    /// <summary>Reads a record and everything below it.</summary>
    public static KindVersion Read(INamedTypeSymbol type, AttributeData marker, CancellationToken cancellation)
    {
        var result = new KindVersion
        {
            Group = (string)marker.ConstructorArguments[0].Value!,
            Version = (string)marker.ConstructorArguments[1].Value!,
            Kind = (string)marker.ConstructorArguments[2].Value!,
            Plural = (string)marker.ConstructorArguments[3].Value!,
            ShortNames = Attributes.Named(marker, "ShortNames") as string ?? "",
        };
        try
        {
            var json = new JsonText();
            VersionEntry.Write(json, result.Version, type, marker, cancellation);
            result.Json = json.ToString();
        }
        catch (UnknownTypeException unknown)
        {
            result.Error = unknown.Message;
        }

        return result;
    }

    /// <inheritdoc/>
    public bool Equals(KindVersion? other) =>
        other is not null && Group == other.Group && Version == other.Version && Kind == other.Kind && Plural == other.Plural
        && ShortNames == other.ShortNames && Json == other.Json && Error == other.Error;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KindVersion);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Json);
}
