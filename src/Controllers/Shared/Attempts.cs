using System.Runtime.ExceptionServices;
using Slipway.Runtime.Clients;

namespace Slipway.Controllers.Shared;

/// <summary>Writes of one pass, tried one after the other: one that is refused does not hide the others.</summary>
internal sealed class Attempts
{
    private ApiException? _first;

    /// <summary>Whether a write was refused.</summary>
    public bool Failed => _first is not null;

    /// <summary>Tries a write.</summary>
    /// <param name="write">The write.</param>
    /// <param name="refused">Is told where it is refused for another reason than that the object changed meanwhile.</param>
    /// <returns>Whether it was done.</returns>
    public async ValueTask<bool> TryAsync(Func<ValueTask> write, Action<ApiException> refused)
    {
        try
        {
            await write();
            return true;
        }
        catch (ApiException e) when (IsGone(e))
        {
            // What was to be changed went meanwhile; the snapshot shows it soon and wakes the next pass.
            return false;
        }
        catch (ApiException e)
        {
            if (!e.IsConflict)
            {
                refused(e);
            }

            // A conflict only says "look again"; any other refusal says more.
            _first = _first is null || (_first.IsConflict && !e.IsConflict) ? e : _first;
            return false;
        }
    }

    // A missing namespace is another matter: there somebody wants to create something.
    private static bool IsGone(ApiException refusal) => refusal.IsNotFound && refusal.Status.Details?.Kind is not ("namespaces" or "Namespace");

    /// <summary>Fails the pass by the first refusal, if there was one.</summary>
    public void ThrowIfFailed()
    {
        if (_first is not null)
        {
            ExceptionDispatchInfo.Throw(_first);
        }
    }
}
