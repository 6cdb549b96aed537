namespace Slipway.Api.Crds;

/// <summary>One CustomResourceDefinition as JSON that stands in the assembly.</summary>
public sealed class CrdDocument
{
    private readonly Source _source;
    private byte[]? _copy;

    internal CrdDocument(string name, Source source)
    {
        Name = name;
        _source = source;
    }

    internal delegate ReadOnlySpan<byte> Source();

    /// <summary>The definition's name, <c>plural.group</c>.</summary>
    public string Name { get; }

    /// <summary>The definition as UTF-8 JSON, where it stands; nothing is copied.</summary>
    public ReadOnlySpan<byte> Utf8 => _source();

    /// <summary>The definition as UTF-8 JSON, copied once on first use; not to be written to.</summary>
    public ReadOnlyMemory<byte> Json => _copy ??= _source().ToArray();
}
