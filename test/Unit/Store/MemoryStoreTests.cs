using Slipway.Store;
using Slipway.Store.Opening;

namespace Slipway.Unit.Store;

public sealed class MemoryStoreTests : StoreContract
{
    protected override async Task<IStore> OpenAsync() => await StoreUrl.OpenAsync("memory:", Cancellation);

    [Theory]
    [InlineData("bolt:/tmp/x", "there are sqlite:PATH, etcd:http://HOST:PORT and memory:")]
    [InlineData("etcd:127.0.0.1:2379", "has a member that is not understood")]
    [InlineData("etcd:http://a:1,https://b:1", "mixes http and https")]
    [InlineData("etcd:http://a:1?cert=/x", "only one of cert and key")]
    [InlineData("etcd:http://a:1?user=me", "has an option that is not understood")]
    [InlineData("etcd:https://a:1?cacert=/no/such/file", "cannot be read")]
    [InlineData("sqlite:", "names no file")]
    [InlineData("sqlite:/tmp/x?sync=sometimes", "sync=full or sync=off")]
    [InlineData("sqlite:/no/such/folder/x.db", "its folder does not exist")]
    public async Task An_address_that_is_not_understood_is_refused_by_name(string url, string part)
    {
        var e = await Assert.ThrowsAsync<StoreOpenException>(async () => await StoreUrl.OpenAsync(url, Cancellation));
        Assert.Contains(part, e.Message, StringComparison.Ordinal);
    }
}
