using Slipway.Machinery.Objects;

namespace Slipway.Providers.Dev;

/// <summary>Where a kind of infrastructure cluster keeps what the backends know.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal interface IClusterShape<T>
    where T : class, IKind<T>
{
    /// <summary>Reads an object.</summary>
    /// <param name="value">The object.</param>
    static abstract InfraCluster Read(T value);

    /// <summary>Writes metadata, endpoint, failure domains, state and conditions into a copy.</summary>
    /// <param name="value">The object.</param>
    /// <param name="report">What to write.</param>
    static abstract T Write(T value, InfraCluster report);
}
