namespace Slipway.Server.Http.Requests;

/// <summary>YAML bodies.</summary>
internal static class YamlBody
{
    public static ReadOnlyMemory<byte> ToJson(ReadOnlyMemory<byte> yaml) => throw Refusal.UnsupportedMediaType("application/json");
    public static ReadOnlyMemory<byte> FromJson(ReadOnlyMemory<byte> json) => throw Refusal.NotAcceptable("application/json");
}
