namespace Slipway.Controllers.MachineDeployments.Rollout;

/// <summary>One MachineSet is to have another number of Machines.</summary>
/// <param name="Set">The MachineSet's name.</param>
/// <param name="From">The number it was asked for until now.</param>
/// <param name="To">The number it is asked for from now on.</param>
/// <param name="Reason">Why, as the end of a sentence.</param>
internal sealed record ReplicaChange(string Set, int From, int To, string Reason)
{
    /// <summary>Prints the change as a sentence.</summary>
    public override string ToString() => $"scale {Set} from {From} to {To}: {Reason}";
}
