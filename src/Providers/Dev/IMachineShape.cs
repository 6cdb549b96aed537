using Slipway.Machinery.Objects;

namespace Slipway.Providers.Dev;

/// <summary>Where a kind of infrastructure machine keeps what the backends know.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal interface IMachineShape<T>
    where T : class, IKind<T>
{
    /// <summary>Reads an object.</summary>
    /// <param name="value">The object.</param>
    static abstract InfraMachine Read(T value);

    /// <summary>Writes metadata, provider id, addresses, failure domain, state and conditions into a copy.</summary>
    /// <param name="value">The object.</param>
    /// <param name="report">What to write.</param>
    static abstract T Write(T value, InfraMachine report);
}
