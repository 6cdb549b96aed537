namespace Slipway.Server.Verbs.Writing;

/// <summary>What becomes of the objects that an object owns: a finalizer on the owner says so.</summary>
internal static class Propagation
{
    /// <summary>The owner goes when those that block it are gone.</summary>
    public const string Foreground = "foregroundDeletion";

    /// <summary>The owned objects stay and forget their owner first.</summary>
    public const string Orphan = "orphan";

    /// <summary>The finalizers of an object that is to be deleted under a policy.</summary>
    /// <param name="finalizers">Those it has.</param>
    /// <param name="policy"><c>Background</c>, <c>Foreground</c>, <c>Orphan</c>; null or empty for what the object itself says.</param>
    public static List<string> Finalizers(IReadOnlyList<string> finalizers, string? policy)
    {
        if (string.IsNullOrEmpty(policy))
        {
            return [.. finalizers];
        }

        var wanted = policy switch { "Foreground" => Foreground, "Orphan" => Orphan, _ => "" };
        List<string> kept = [.. finalizers.Where(f => f is not (Foreground or Orphan) || f == wanted)];
        if (wanted.Length > 0 && !kept.Contains(wanted))
        {
            kept.Add(wanted);
        }

        return kept;
    }
}
