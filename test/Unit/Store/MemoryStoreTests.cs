using Slipway.Store;
using Slipway.Store.Opening;

namespace Slipway.Unit.Store;

public sealed class MemoryStoreTests : StoreContract
{
    protected override async Task<IStore> OpenAsync() => await StoreUrl.OpenAsync("memory:", Cancellation);

    [Theory]
    [InlineData("etcd:http://x", "there are sqlite:PATH and memory:")]
    [InlineData("sqlite:", "names no file")]
    [InlineData("sqlite:/tmp/x?sync=sometimes", "sync=full or sync=off")]
    [InlineData("sqlite:/no/such/folder/x.db", "its folder does not exist")]
    public async Task An_address_that_is_not_understood_is_refused_by_name(string url, string part)
    {
        var e = await Assert.ThrowsAsync<StoreOpenException>(async () => await StoreUrl.OpenAsync(url, Cancellation));
        Assert.Contains(part, e.Message, StringComparison.Ordinal);
    }
}
