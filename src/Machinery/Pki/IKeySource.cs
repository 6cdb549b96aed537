namespace Slipway.Machinery.Pki;

/// <summary>Where new private keys come from.</summary>
public interface IKeySource
{
    /// <summary>A new key that nobody else has or gets.</summary>
    /// <param name="algorithm">The kind of key.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<PrivateKey> NextAsync(KeyAlgorithm algorithm, CancellationToken cancellation);
}
