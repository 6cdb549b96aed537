using Slipway.Machinery.Pki;

namespace Slipway.Unit.Machinery.Pki;

public sealed class KeyPools
{
    [Fact]
    public async Task Keys_differ_and_are_made_ready_after_the_first_was_asked_for()
    {
        using var pool = new KeyPool(size: 1);
        using var stop = new CancellationTokenSource();
        var running = pool.RunAsync(stop.Token);
        Assert.Equal(0, pool.Ready(KeyAlgorithm.Rsa2048));
        var keys = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            Assert.True(keys.Add((await pool.NextAsync(KeyAlgorithm.Rsa2048, stop.Token)).ToPublicPem()));
        }

        while (pool.Ready(KeyAlgorithm.Rsa2048) == 0)
        {
            await Task.Yield();
        }

        Assert.True((await pool.NextAsync(KeyAlgorithm.Rsa2048, stop.Token)).ToPublicPem() is var last && keys.Add(last));
        Assert.Equal(0, pool.Ready(KeyAlgorithm.EcdsaP256));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Without_its_owner_it_makes_keys_on_demand()
    {
        using var pool = new KeyPool();
        var key = await pool.NextAsync(KeyAlgorithm.EcdsaP256, TestContext.Current.CancellationToken);
        Assert.Equal(KeyAlgorithm.EcdsaP256, key.Algorithm);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await pool.NextAsync(KeyAlgorithm.EcdsaP256, new CancellationToken(canceled: true)));
    }
}
