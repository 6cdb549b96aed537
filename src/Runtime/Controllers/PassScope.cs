using System.Collections;
using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Controllers;

/// <summary>What every log line of a pass carries.</summary>
/// <param name="controller">The controller.</param>
/// <param name="kind">The kind.</param>
/// <param name="key">The object.</param>
/// <param name="pass">Counts the controller's passes.</param>
internal sealed class PassScope(string controller, string kind, ObjectKey key, long pass) : IReadOnlyList<KeyValuePair<string, object?>>
{
    /// <inheritdoc/>
    public int Count => 5;

    /// <inheritdoc/>
    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("controller", controller),
        1 => new("kind", kind),
        2 => new("namespace", key.Namespace),
        3 => new("name", key.Name),
        4 => new("reconcileId", $"{controller}-{pass}"),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Prints the controller and the object.</summary>
    public override string ToString() => $"{controller}-{pass} {kind} {key}";
}
