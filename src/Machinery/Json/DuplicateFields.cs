using System.Globalization;
using System.Text;

namespace Slipway.Machinery.Json;

/// <summary>Knows where a reader is, and writes down the places of members that stand twice.</summary>
internal sealed class DuplicateFields
{
    private readonly List<string> _paths = [];
    private (string? Name, int Index)[] _place = new (string?, int)[16];
    private int _depth;

    /// <summary>The paths reported, each once.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <summary>Goes into a member.</summary>
    public void Enter(string name) => Push((name, 0));

    /// <summary>Goes into an item.</summary>
    public void Enter(int index) => Push((null, index));

    /// <summary>Goes back out.</summary>
    public void Leave() => _depth--;

    /// <summary>Writes down the present place.</summary>
    public void Report()
    {
        var path = new StringBuilder();
        for (var i = 0; i < _depth; i++)
        {
            var (name, index) = _place[i];
            if (name is null)
            {
                path.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
            else
            {
                path.Append(path.Length > 0 ? "." : "").Append(name);
            }
        }

        var text = path.ToString();
        if (!_paths.Contains(text))
        {
            _paths.Add(text);
        }
    }

    private void Push((string?, int) step)
    {
        if (_depth == _place.Length)
        {
            Array.Resize(ref _place, _depth * 2);
        }

        _place[_depth++] = step;
    }
}
