using System.Globalization;
using System.Text;

namespace Slipway.Machinery.Json;

/// <summary>Where a walk through an object is; written out only when there is something to say.</summary>
internal sealed class FieldPath
{
    private List<string>? _noted;
    private (string? Name, int Index)[] _steps = new (string?, int)[16];
    private int _depth;

    /// <summary>The places noted.</summary>
    public IReadOnlyList<string> Noted => _noted ?? (IReadOnlyList<string>)[];

    /// <summary>Goes into a member.</summary>
    public void Enter(string name) => Push((name, 0));

    /// <summary>Goes into an item.</summary>
    public void Enter(int index) => Push((null, index));

    /// <summary>Goes back out.</summary>
    public void Leave() => _depth--;

    /// <summary>Notes the present place, once.</summary>
    public void Note()
    {
        var text = ToString();
        _noted ??= [];
        if (!_noted.Contains(text))
        {
            _noted.Add(text);
        }
    }

    /// <summary>The present place, for example <c>spec.list[0].name</c>; empty at the root.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var i = 0; i < _depth; i++)
        {
            var (name, index) = _steps[i];
            if (name is null)
            {
                text.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
            else
            {
                text.Append(text.Length > 0 ? "." : "").Append(name);
            }
        }

        return text.ToString();
    }

    private void Push((string?, int) step)
    {
        if (_depth == _steps.Length)
        {
            Array.Resize(ref _steps, _depth * 2);
        }

        _steps[_depth++] = step;
    }
}
