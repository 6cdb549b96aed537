using System.Net;
using Slipway.Machinery.Cel.Functions;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Libraries;

/// <summary>The functions over IP addresses and networks.</summary>
internal static class CelNetFunctions
{
    /// <summary>The functions of this room.</summary>
    public static IEnumerable<CelFunction> All =>
    [
        OfText("ip", t => CelNetwork.ParseAddress(t, out var fault) is { } address ? CelValue.Of(address) : CelValue.Error(fault)),
        OfText("isIP", t => CelValue.Of(CelNetwork.ParseAddress(t, out _) is not null)),
        OfText("ip.isCanonical", t => CelNetwork.ParseAddress(t, out var fault) is { } address ? CelValue.Of(address.AsText == t) : CelValue.Error(fault)),
        OfText("cidr", t => CelNetwork.ParseNetwork(t, out var fault) is { } network ? CelValue.Of(network) : CelValue.Error(fault)),
        OfText("isCIDR", t => CelValue.Of(CelNetwork.ParseNetwork(t, out _) is not null)),
        OfAddress("family", a => CelValue.Of(a.Family)),
        OfAddress("isUnspecified", a => CelValue.Of(a.Address.Equals(IPAddress.Any) || a.Address.Equals(IPAddress.IPv6Any))),
        OfAddress("isLoopback", a => CelValue.Of(IPAddress.IsLoopback(a.Address))),
        OfAddress("isLinkLocalMulticast", a => CelValue.Of(IsLinkLocalMulticast(a))),
        OfAddress("isLinkLocalUnicast", a => CelValue.Of(IsLinkLocal(a))),
        OfAddress("isGlobalUnicast", a => CelValue.Of(!IPAddress.IsLoopback(a.Address) && !IsLinkLocal(a) && !IsMulticast(a)
            && !a.Address.Equals(IPAddress.Any) && !a.Address.Equals(IPAddress.IPv6Any) && !a.Address.Equals(IPAddress.Broadcast))),
        OfNetwork("prefixLength", n => CelValue.Of((long)n.Bits)),
        OfNetwork("masked", n => CelValue.Of(n.Masked())),
        OfNetwork("ip", n => CelValue.Of(new CelNetwork(n.Address, null))),
        CelFunction.Member("containsIP", 2, a => Contains("containsIP", isNetwork: false, a)),
        CelFunction.Member("containsCIDR", 2, a => Contains("containsCIDR", isNetwork: true, a)),
    ];

    private static CelFunction OfText(string name, Func<string, CelValue> body) =>
        CelFunction.Global(name, 1, a => a[0].Kind == CelKind.String ? body(a[0].AsText) : CelOperators.NoOverload(name, a));

    private static CelFunction OfAddress(string name, Func<CelNetwork, CelValue> body) => CelFunction.Member(name, 1, a =>
        a[0] is { Kind: CelKind.Opaque, AsOpaque: CelNetwork { IsNetwork: false } address } ? body(address) : CelOperators.NoOverload(name, a));

    private static CelFunction OfNetwork(string name, Func<CelNetwork, CelValue> body) => CelFunction.Member(name, 1, a =>
        a[0] is { Kind: CelKind.Opaque, AsOpaque: CelNetwork { IsNetwork: true } network } ? body(network) : CelOperators.NoOverload(name, a));

    private static CelValue Contains(string name, bool isNetwork, ReadOnlySpan<CelValue> arguments)
    {
        if (arguments[0] is not { Kind: CelKind.Opaque, AsOpaque: CelNetwork { IsNetwork: true } network })
        {
            return CelOperators.NoOverload(name, arguments);
        }

        var fault = "";
        var other = arguments[1].Kind switch
        {
            CelKind.String when isNetwork => CelNetwork.ParseNetwork(arguments[1].AsText, out fault),
            CelKind.String => CelNetwork.ParseAddress(arguments[1].AsText, out fault),
            CelKind.Opaque => arguments[1].AsOpaque as CelNetwork,
            _ => null,
        };
        return other is not null && other.IsNetwork == isNetwork ? CelValue.Of(network.Contains(other))
            : fault.Length > 0 ? CelValue.Error(fault) : CelOperators.NoOverload(name, arguments);
    }

    private static bool IsMulticast(CelNetwork network) =>
        network.Family == 6 ? network.Address.IsIPv6Multicast : network.Address.GetAddressBytes()[0] is >= 224 and < 240;

    private static bool IsLinkLocal(CelNetwork network)
    {
        var bytes = network.Address.GetAddressBytes();
        return network.Family == 6 ? network.Address.IsIPv6LinkLocal : bytes[0] == 169 && bytes[1] == 254;
    }

    private static bool IsLinkLocalMulticast(CelNetwork network)
    {
        var bytes = network.Address.GetAddressBytes();
        return network.Family == 6 ? bytes[0] == 0xFF && (bytes[1] & 0x0F) == 2 : bytes[0] == 224 && bytes[1] == 0 && bytes[2] == 0;
    }
}
