namespace Slipway.Machinery.Cel.Types;

/// <summary>
/// Reads signatures written as <c>contains: string.(string) -> bool</c> or <c>size: (list(A)) -> int</c>: the name, the
/// types of the arguments (the target before the dot), the result. A single capital letter is a place for any one type.
/// </summary>
internal sealed class CelSignatureReader
{
    private readonly string _text;
    private int _at;

    private CelSignatureReader(string text) => _text = text;

    /// <summary>Reads the signatures of a table, one a line.</summary>
    public static IEnumerable<CelSignature> ReadAll(string table) =>
        table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read);

    /// <summary>Reads one signature.</summary>
    public static CelSignature Read(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var arrow = line.IndexOf(" -> ", StringComparison.Ordinal);
        var left = line[(colon + 2)..arrow];
        var target = left.IndexOf(".(", StringComparison.Ordinal);
        var parameters = new List<CelType>();
        if (target >= 0)
        {
            parameters.Add(Type(left[..target]));
        }

        var reader = new CelSignatureReader(left[(target >= 0 ? target + 2 : 1)..^1]);
        while (reader._at < reader._text.Length)
        {
            parameters.Add(reader.Next());
        }

        return new CelSignature(line[..colon], target >= 0, [.. parameters], Type(line[(arrow + 4)..]));
    }

    /// <summary>Reads one type.</summary>
    public static CelType Type(string text) => new CelSignatureReader(text).Next();

    private CelType Next()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is not ('(' or ')' or ','))
        {
            _at++;
        }

        var name = _text[start.._at];
        var arguments = new List<CelType>();
        if (_at < _text.Length && _text[_at] == '(')
        {
            _at++;
            while (_text[_at] != ')')
            {
                arguments.Add(Next());
            }

            _at++;
        }

        while (_at < _text.Length && _text[_at] is ' ' or ',')
        {
            _at++;
        }

        return Of(name, arguments);
    }

    private static CelType Of(string name, List<CelType> arguments) => name switch
    {
        "dyn" => CelType.Dyn,
        "null" => CelType.Null,
        "list" => CelType.List(arguments[0]),
        "map" => CelType.Map(arguments[0], arguments[1]),
        "optional" => CelType.Optional(arguments[0]),
        "type" => CelType.TypeOf(arguments.Count > 0 ? arguments[0] : CelType.Dyn),
        [>= 'A' and <= 'Z'] => CelType.Parameter(name),
        _ => CelType.Named(name),
    };
}
