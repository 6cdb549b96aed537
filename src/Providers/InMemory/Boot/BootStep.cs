namespace Slipway.Providers.InMemory.Boot;

/// <summary>The steps in which a simulated machine comes up.</summary>
internal enum BootStep
{
    /// <summary>The virtual machine exists.</summary>
    Vm,

    /// <summary>The kubelet runs.</summary>
    Node,

    /// <summary>etcd runs; control-plane machines only.</summary>
    Etcd,

    /// <summary>The API server and the other static pods run; control-plane machines only.</summary>
    ApiServer,
}
