using System.Text;

namespace Slipway.CrdGenerator;

/// <summary>Writes compact JSON; commas come by themselves.</summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new();
    private bool _first = true;

    /// <summary>Opens an object.</summary>
    public JsonText Open() => Enter('{');

    /// <summary>Closes an object.</summary>
    public JsonText Close() => Leave('}');

    /// <summary>Opens a list.</summary>
    public JsonText OpenList() => Enter('[');

    /// <summary>Closes a list.</summary>
    public JsonText CloseList() => Leave(']');

    /// <summary>A property's name; its value must follow.</summary>
    public JsonText Name(string name)
    {
        Comma();
        Quote(name);
        _text.Append(':');
        _first = true;
        return this;
    }

    /// <summary>A string.</summary>
    public JsonText Value(string value)
    {
        Comma();
        Quote(value);
        return this;
    }

    /// <summary>A value that is JSON already.</summary>
    public JsonText Raw(string json)
    {
        Comma();
        _text.Append(json);
        return this;
    }

    /// <summary>A property with a string.</summary>
    public JsonText Text(string name, string value) => Name(name).Value(value);

    /// <summary>A property whose value is JSON already.</summary>
    public JsonText Json(string name, string json) => Name(name).Raw(json);

    /// <summary>A property with a list of strings.</summary>
    public JsonText Texts(string name, IEnumerable<string> values)
    {
        Name(name).OpenList();
        foreach (var value in values)
        {
            Value(value);
        }

        return CloseList();
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private JsonText Enter(char bracket)
    {
        Comma();
        _text.Append(bracket);
        _first = true;
        return this;
    }

    private JsonText Leave(char bracket)
    {
        _text.Append(bracket);
        _first = false;
        return this;
    }

    private void Comma()
    {
        if (!_first)
        {
            _text.Append(',');
        }

        _first = false;
    }

    private void Quote(string value)
    {
        _text.Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\')
            {
                _text.Append('\\').Append(c);
            }
            else if (c < ' ')
            {
                _text.Append("\\u").Append(((int)c).ToString("x4"));
            }
            else
            {
                _text.Append(c);
            }
        }

        _text.Append('"');
    }
}
