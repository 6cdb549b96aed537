namespace Slipway.CrdGenerator;

/// <summary>A property has a type that no schema is known for.</summary>
internal sealed class UnknownTypeException(string message) : Exception(message);
