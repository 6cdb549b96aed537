namespace Slipway.Providers.InMemory.Etcd;

/// <summary>A gRPC call that fails.</summary>
/// <param name="status">The gRPC status code.</param>
/// <param name="message">What is wrong.</param>
internal sealed class EtcdRefusal(int status, string message) : Exception(message)
{
    /// <summary>No such member.</summary>
    public const int NotFound = 5;

    /// <summary>Not in this state.</summary>
    public const int FailedPrecondition = 9;

    /// <summary>No such method.</summary>
    public const int Unimplemented = 12;

    /// <summary>A fault inside.</summary>
    public const int Internal = 13;

    /// <summary>Nobody there.</summary>
    public const int Unavailable = 14;

    /// <summary>The gRPC status code.</summary>
    public int Status { get; } = status;
}
