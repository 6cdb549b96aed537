namespace Slipway.Controllers.Machines;

/// <summary>What a step on a Machine's way out asks of the pass.</summary>
internal enum DeletionAct
{
    /// <summary>Make the step's changes and wait.</summary>
    Wait,

    /// <summary>Drain the Node as far as it goes.</summary>
    Drain,

    /// <summary>Look whether volumes are still attached.</summary>
    CheckVolumes,

    /// <summary>Let the Machine go.</summary>
    Finish,
}
