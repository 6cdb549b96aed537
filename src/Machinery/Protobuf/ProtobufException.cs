namespace Slipway.Machinery.Protobuf;

/// <summary>Bytes are not the message that they should be, or JSON has no place in the message.</summary>
/// <param name="message">What is wrong.</param>
public sealed class ProtobufException(string message) : Exception(message);
