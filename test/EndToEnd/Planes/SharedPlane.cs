using Slipway.EndToEnd.Support;

namespace Slipway.EndToEnd.Planes;

/// <summary>A management plane that several tests share; it is started before the first and stopped after the last.</summary>
public abstract class SharedPlane : IAsyncLifetime
{
    private Plane? _plane;

    internal Plane Running => _plane ?? throw new InvalidOperationException("The plane is not started.");

    private protected virtual PlaneOptions Options => new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _plane = await Plane.StartAsync(Options);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_plane is not null)
        {
            await using var ending = _plane;
            var exitCode = await _plane.StopAsync();
            Assert.True(exitCode == 0, $"The plane was asked to stop and ended with {exitCode}. Its output:\n{_plane.Output}");
        }
    }
}
