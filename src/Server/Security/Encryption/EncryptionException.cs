namespace Slipway.Server.Security.Encryption;

/// <summary>What is stored cannot be read with the keys at hand, or the keys themselves cannot be read.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class EncryptionException(string message) : Exception(message);
