using Slipway.Api.Core.MachineSets;

namespace Slipway.Controllers.MachineDeployments;

/// <summary>A write that a plan asks for; there are no others.</summary>
/// <param name="Sentence">What is done and why, for events, logs and tests.</param>
internal abstract record Change(string Sentence)
{
    /// <summary>Prints the sentence.</summary>
    public sealed override string ToString() => Sentence;

    /// <summary>Makes a MachineSet.</summary>
    /// <param name="Set">The MachineSet.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record CreateSet(MachineSet Set, string Sentence) : Change(Sentence);

    /// <summary>Changes a MachineSet.</summary>
    /// <param name="Before">As it was read.</param>
    /// <param name="After">As it is to be.</param>
    /// <param name="IsScale">Whether its number of Machines changes.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record UpdateSet(MachineSet Before, MachineSet After, bool IsScale, string Sentence) : Change(Sentence);

    /// <summary>Deletes a MachineSet.</summary>
    /// <param name="Set">The MachineSet.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record DeleteSet(MachineSet Set, string Sentence) : Change(Sentence);

    /// <summary>Takes over a MachineSet that nobody manages.</summary>
    /// <param name="Set">The MachineSet.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record AdoptSet(MachineSet Set, string Sentence) : Change(Sentence);
}
