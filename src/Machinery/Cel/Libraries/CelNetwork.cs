using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Libraries;

/// <summary>An IP address, or a network in CIDR notation.</summary>
/// <param name="address">The address.</param>
/// <param name="bits">The length of the network's prefix; null for an address.</param>
internal sealed class CelNetwork(IPAddress address, int? bits) : CelOpaque
{
    /// <inheritdoc/>
    public override string TypeName => bits is null ? "net.IP" : "net.CIDR";

    /// <inheritdoc/>
    public override string AsText => bits is null ? address.ToString() : string.Create(CultureInfo.InvariantCulture, $"{address}/{bits}");

    /// <summary>The address.</summary>
    public IPAddress Address => address;

    /// <summary>The length of the prefix; of an address all of it.</summary>
    public int Bits => bits ?? Length * 8;

    /// <summary>Whether it is a network.</summary>
    public bool IsNetwork => bits is not null;

    /// <summary>4 or 6.</summary>
    public long Family => address.AddressFamily == AddressFamily.InterNetwork ? 4 : 6;

    private int Length => Family == 4 ? 4 : 16;

    /// <summary>Reads an address: no zone, no IPv4 within IPv6, no leading zeros.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fault">Why it is none.</param>
    public static CelNetwork? ParseAddress(string text, out string fault)
    {
        fault = "";
        if (text.Contains('%', StringComparison.Ordinal))
        {
            fault = $"IP address {Json.GoText.Quote(text)} with zone value is not allowed";
        }
        else if (!IsPlain(text) || !IPAddress.TryParse(text, out var address))
        {
            fault = $"IP Address {Json.GoText.Quote(text)} parse error during conversion from string: ParseAddr({Json.GoText.Quote(text)}): unable to parse IP";
        }
        else if (address.IsIPv4MappedToIPv6)
        {
            fault = $"IPv4-mapped IPv6 address {Json.GoText.Quote(text)} is not allowed";
        }
        else
        {
            return new CelNetwork(address, null);
        }

        return null;
    }

    /// <summary>Reads a network.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fault">Why it is none.</param>
    public static CelNetwork? ParseNetwork(string text, out string fault)
    {
        var slash = text.LastIndexOf('/');
        fault = $"network address parse error during conversion from string: netip.ParsePrefix({Json.GoText.Quote(text)}): no '/'";
        if (slash < 0)
        {
            return null;
        }

        if (ParseAddress(text[..slash], out fault) is not { } address)
        {
            return null;
        }

        var length = text[(slash + 1)..];
        if (!int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) || bits > address.Bits || (length.Length > 1 && length[0] == '0'))
        {
            fault = $"network address parse error during conversion from string: netip.ParsePrefix({Json.GoText.Quote(text)}): prefix length out of range";
            return null;
        }

        return new CelNetwork(address.Address, bits);
    }

    /// <summary>The network with all bits after its prefix zero.</summary>
    public CelNetwork Masked() => new(new IPAddress(Mask(Bits)), Bits);

    /// <summary>Whether another address or network lies within this network.</summary>
    /// <param name="other">The other.</param>
    public bool Contains(CelNetwork other) => other.Family == Family && other.Bits >= Bits && other.Mask(Bits).AsSpan().SequenceEqual(Mask(Bits));

    /// <inheritdoc/>
    public override bool EqualTo(CelOpaque other) => other is CelNetwork network && network.Bits == Bits && network.Address.Equals(address);

    private static bool IsPlain(string text) => text.Contains(':', StringComparison.Ordinal)
        ? text[0] != '['
        : text.Count(c => c == '.') == 3 && text.Split('.').All(p => p.Length is > 0 and <= 3 && p.All(char.IsAsciiDigit) && (p.Length == 1 || p[0] != '0'));

    private byte[] Mask(int length)
    {
        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var kept = Math.Clamp(length - (i * 8), 0, 8);
            bytes[i] &= (byte)(0xFF << (8 - kept));
        }

        return bytes;
    }
}
