using Slipway.Api.Core.Machines;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.MachineSets;

/// <summary>A write that a plan asks for; there are no others.</summary>
/// <param name="Sentence">What is done and why, for events, logs and tests.</param>
internal abstract record Change(string Sentence)
{
    /// <summary>Prints the sentence.</summary>
    public sealed override string ToString() => Sentence;

    /// <summary>Makes a Machine with its bootstrap and infrastructure objects.</summary>
    /// <param name="Name">The name of all three.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record CreateMachine(string Name, string Sentence) : Change(Sentence);

    /// <summary>Deletes a Machine.</summary>
    /// <param name="Machine">The Machine.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record DeleteMachine(Machine Machine, string Sentence) : Change(Sentence);

    /// <summary>Takes over a Machine that nobody manages.</summary>
    /// <param name="Machine">The Machine.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record AdoptMachine(Machine Machine, string Sentence) : Change(Sentence);

    /// <summary>Tells a Machine what its owner does about its failed health check, and deletes it where that is the answer.</summary>
    /// <param name="Decision">The decision.</param>
    internal sealed record Remediate(Remediation.Decision Decision) : Change(Decision.Sentence);

    /// <summary>Writes what needs no new Machine into a Machine.</summary>
    /// <param name="Before">As it was read.</param>
    /// <param name="After">As it is to be.</param>
    internal sealed record KeepMachine(Machine Before, Machine After)
        : Change($"keep Machine {Before.Metadata.Name} in step with its MachineSet");

    /// <summary>Writes metadata into a provider's object.</summary>
    /// <param name="Object">The object.</param>
    /// <param name="Metadata">The metadata as it is to be.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record KeepObject(View.LinkedObject Object, ObjectMeta Metadata, string Sentence) : Change(Sentence);

    /// <summary>Deletes a provider's object that has no Machine.</summary>
    /// <param name="Object">The object.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record DeleteOrphan(View.LinkedObject Object, string Sentence) : Change(Sentence);
}
