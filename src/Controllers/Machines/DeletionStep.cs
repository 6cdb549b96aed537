using Slipway.Api.Core.Machines;

namespace Slipway.Controllers.Machines;

/// <summary>Where a Machine stands on its way out.</summary>
/// <param name="Act">What is to be done.</param>
/// <param name="Reason">The reason of the Deleting condition.</param>
/// <param name="Message">What is waited for, for people.</param>
/// <param name="Times">When the waits began, for the status.</param>
internal sealed record DeletionStep(DeletionAct Act, string Reason, string Message, MachineDeletionStatus Times)
{
    /// <summary>The writes that go with it.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>When to look again where no event can tell; null for never.</summary>
    public (TimeSpan Delay, string Reason)? Again { get; init; }
}
