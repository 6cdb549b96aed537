using System.Text;
using Google.Protobuf;

namespace Slipway.Store.Etcd;

/// <summary>Our keys as etcd's: UTF-8, with a prefix before them.</summary>
/// <param name="prefix">What all keys begin with, without a slash at the end; empty for none. Where there is one, our keys begin with a slash.</param>
internal sealed class EtcdKeys(string prefix)
{
    private readonly byte[] _prefix = Encoding.UTF8.GetBytes(prefix);

    /// <summary>As a key it means the first of all, as an end what comes after the last.</summary>
    public static ByteString Zero { get; } = ByteString.CopyFrom(0);

    /// <summary>One key.</summary>
    /// <param name="key">Our key.</param>
    public ByteString Of(string key) => UnsafeByteOperations.UnsafeWrap(Encoding.UTF8.GetBytes(prefix + key));

    /// <summary>Where a range begins.</summary>
    /// <param name="request">The range.</param>
    public ByteString Begin(RangeRequest request)
    {
        var after = request.After.Length > 0 && string.CompareOrdinal(request.After, request.Prefix) >= 0;
        var key = after ? prefix + request.After + "\0" : Whole(request.Prefix);
        return key.Length == 0 ? Zero : ByteString.CopyFromUtf8(key);
    }

    /// <summary>Where the keys that begin so end.</summary>
    /// <param name="with">What they begin with.</param>
    public ByteString End(string with)
    {
        var bytes = Encoding.UTF8.GetBytes(Whole(with));
        for (var at = bytes.Length - 1; at >= 0; at--)
        {
            if (bytes[at] < byte.MaxValue)
            {
                bytes[at]++;
                return ByteString.CopyFrom(bytes, 0, at + 1);
            }
        }

        return Zero;
    }

    /// <summary>Our key, or null for a key of somebody else.</summary>
    /// <param name="key">etcd's key.</param>
    public string? From(ByteString key) => IsOurs(key.Span) ? Encoding.UTF8.GetString(key.Span[_prefix.Length..]) : null;

    /// <summary>What etcd holds under one of our keys.</summary>
    /// <param name="value">A key and its value.</param>
    public StoredValue Value(Protocol.KeyValue value) =>
        new(From(value.Key)!, value.Value.Memory, value.CreateRevision, value.ModRevision, value.Version);

    private string Whole(string with) => with.Length == 0 && prefix.Length > 0 ? prefix + "/" : prefix + with;

    // Another's prefix may begin as ours does.
    private bool IsOurs(ReadOnlySpan<byte> key) =>
        key.StartsWith(_prefix) && (_prefix.Length == 0 || (key.Length > _prefix.Length && key[_prefix.Length] == (byte)'/'));
}
