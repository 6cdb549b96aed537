namespace Slipway.Providers.InMemory.Boot;

/// <summary>What a machine is for.</summary>
internal enum BootRole
{
    /// <summary>It runs pods.</summary>
    Worker,

    /// <summary>It runs the control plane.</summary>
    ControlPlane,
}
