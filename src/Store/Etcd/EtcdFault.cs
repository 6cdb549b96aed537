using Grpc.Core;

namespace Slipway.Store.Etcd;

/// <summary>What a failed call to etcd means.</summary>
internal static class EtcdFault
{
    /// <summary>Whether the revision that was asked for is compacted.</summary>
    /// <param name="fault">The failure.</param>
    public static bool IsCompacted(RpcException fault) => IsOutOfRange(fault, "has been compacted");

    /// <summary>Whether the revision that was asked for has not come yet.</summary>
    /// <param name="fault">The failure.</param>
    public static bool IsFuture(RpcException fault) => IsOutOfRange(fault, "is a future revision");

    /// <summary>Whether etcd refused the call and will refuse it again: nothing was done.</summary>
    /// <param name="fault">The failure.</param>
    public static bool IsRefusal(RpcException fault) => fault.StatusCode switch
    {
        StatusCode.ResourceExhausted => !IsBusy(fault),
        StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.PermissionDenied or StatusCode.Unauthenticated
            or StatusCode.NotFound or StatusCode.OutOfRange or StatusCode.Unimplemented => true,
        _ => false,
    };

    /// <summary>Whether nothing was done, though another attempt may succeed: etcd had no leader to hand the call to, or too many calls.</summary>
    /// <param name="fault">The failure.</param>
    public static bool IsUndone(RpcException fault) =>
        IsBusy(fault) || (fault.StatusCode == StatusCode.Unavailable && fault.Status.DebugException is HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
        });

    /// <summary>The failure for people.</summary>
    /// <param name="fault">The failure.</param>
    public static string Text(RpcException fault) =>
        fault.Status.Detail.Length > 0 ? $"{fault.Status.Detail} ({fault.StatusCode})" : $"{fault.StatusCode}";

    private static bool IsOutOfRange(RpcException fault, string text) =>
        fault.StatusCode == StatusCode.OutOfRange && fault.Status.Detail.Contains(text, StringComparison.Ordinal);

    private static bool IsBusy(RpcException fault) =>
        fault.StatusCode == StatusCode.ResourceExhausted && fault.Status.Detail.Contains("too many requests", StringComparison.Ordinal);
}
