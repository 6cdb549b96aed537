namespace Slipway.Machinery.Protobuf;

/// <summary>How a field stands in the bytes of a message.</summary>
internal static class WireType
{
    /// <summary>A number in groups of seven bits.</summary>
    public const int Varint = 0;

    /// <summary>Eight bytes.</summary>
    public const int Fixed64 = 1;

    /// <summary>A length and as many bytes.</summary>
    public const int Delimited = 2;

    /// <summary>The beginning of a group; no longer used, but skipped.</summary>
    public const int GroupStart = 3;

    /// <summary>The end of a group.</summary>
    public const int GroupEnd = 4;

    /// <summary>Four bytes.</summary>
    public const int Fixed32 = 5;
}
