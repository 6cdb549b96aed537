using Slipway.Api.Core.Machines;
using Slipway.Machinery.Json;

namespace Slipway.Controllers.MachineHealthChecks;

/// <summary>A write that a plan asks for; there are no others.</summary>
/// <param name="Sentence">What is done and why, for events, logs and tests.</param>
internal abstract record Change(string Sentence)
{
    /// <summary>Prints the sentence.</summary>
    public sealed override string ToString() => Sentence;

    /// <summary>Writes the finding into a Machine's conditions.</summary>
    /// <param name="Before">The Machine as it was read.</param>
    /// <param name="After">The Machine as it is to be.</param>
    /// <param name="IsAlarm">Whether its owner is asked to replace it now.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record MarkMachine(Machine Before, Machine After, bool IsAlarm, string Sentence) : Change(Sentence);

    /// <summary>Asks a provider to remediate a Machine.</summary>
    /// <param name="Machine">The Machine.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record CreateRequest(Machine Machine, string Sentence) : Change(Sentence);

    /// <summary>Takes a request back.</summary>
    /// <param name="Request">The request.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record DeleteRequest(Unstructured Request, string Sentence) : Change(Sentence);
}
