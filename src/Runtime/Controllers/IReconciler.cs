using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Controllers;

/// <summary>Brings one object, and what hangs on it, nearer to what is wanted.</summary>
public interface IReconciler
{
    /// <summary>
    /// One pass over one object. The key tells nothing of why it came: look, and do what is to be done. Never runs twice
    /// at a time for one key. An exception means "again after a while"; <see cref="TerminalException"/> means "not before
    /// something changes".
    /// </summary>
    /// <param name="key">The object; it may be gone.</param>
    /// <param name="cancellation">Ends the pass when the controller stops.</param>
    ValueTask<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellation);
}
