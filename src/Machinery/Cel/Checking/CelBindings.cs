using Slipway.Machinery.Cel.Types;

namespace Slipway.Machinery.Cel.Checking;

/// <summary>What is known of the places for types while an expression is checked, and whether types fit.</summary>
internal sealed class CelBindings
{
    private Dictionary<string, CelType> _bound = [];
    private int _fresh;

    /// <summary>A signature with places of its own for types.</summary>
    public CelSignature Instantiate(CelSignature signature)
    {
        var suffix = $"#{++_fresh}";
        return signature with { Parameters = [.. signature.Parameters.Select(p => Rename(p, suffix))], Result = Rename(signature.Result, suffix) };
    }

    /// <summary>A place for a type that nothing is known of.</summary>
    public CelType Fresh() => CelType.Parameter($"_var{++_fresh}");

    /// <summary>Whether arguments fit parameters; what that tells of places is kept only where they do.</summary>
    public bool Fit(IReadOnlyList<CelType> arguments, IReadOnlyList<CelType> parameters)
    {
        if (arguments.Count != parameters.Count)
        {
            return false;
        }

        var before = new Dictionary<string, CelType>(_bound);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!Fits(arguments[i], parameters[i]))
            {
                _bound = before;
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a value of one type may stand where another is wanted.</summary>
    public bool Fit(CelType from, CelType to) => Fit([from], [to]);

    /// <summary>A type with its places filled.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isFinal">Whether places that are still open become anything.</param>
    public CelType Fill(CelType type, bool isFinal) => Fill(type, isFinal, 0);

    /// <summary>The wider of two types that fit.</summary>
    public static CelType MostGeneral(CelType a, CelType b) => a.IsDyn || (a.Kind == CelTypeKind.Parameter && b.Kind != CelTypeKind.Parameter) ? a : b.IsDyn ? b : a;

    private static CelType Rename(CelType type, string suffix) => type.Kind switch
    {
        CelTypeKind.Parameter => CelType.Parameter(type.Name + suffix),
        _ when type.Arguments.Count == 0 => type,
        _ => With(type, [.. type.Arguments.Select(a => Rename(a, suffix))]),
    };

    private static CelType With(CelType type, CelType[] arguments) => type.Kind switch
    {
        CelTypeKind.List => CelType.List(arguments[0], type.MaxElements),
        CelTypeKind.Map => CelType.Map(arguments[0], arguments[1], type.MaxElements),
        CelTypeKind.Type => CelType.TypeOf(arguments[0]),
        CelTypeKind.Optional => CelType.Optional(arguments[0]),
        _ => type,
    };

    private CelType Fill(CelType type, bool isFinal, int depth)
    {
        if (type.Kind == CelTypeKind.Parameter)
        {
            return depth < 100 && _bound.TryGetValue(type.Name, out var bound) ? Fill(bound, isFinal, depth + 1) : isFinal ? CelType.Dyn : type;
        }

        return type.Arguments.Count == 0 ? type : With(type, [.. type.Arguments.Select(a => Fill(a, isFinal, depth + 1))]);
    }

    private bool Fits(CelType a, CelType b)
    {
        if (a.Kind == CelTypeKind.Parameter && b.Kind == CelTypeKind.Parameter && a.Name == b.Name)
        {
            return true;
        }

        if (b.Kind == CelTypeKind.Parameter)
        {
            return Bind(b, a, isTarget: true);
        }

        if (a.Kind == CelTypeKind.Parameter)
        {
            return Bind(a, b, isTarget: false);
        }

        if (a.IsDyn || b.IsDyn)
        {
            return true;
        }

        if (a.Kind == CelTypeKind.Null)
        {
            // Null stands for what may be absent, and for values that only libraries know.
            return b.Kind is CelTypeKind.Null or CelTypeKind.Object || b.Equals(CelType.Timestamp) || b.Equals(CelType.Duration)
                || (b.Kind == CelTypeKind.Named && b.Name.Contains('.', StringComparison.Ordinal));
        }

        if (a.Kind != b.Kind)
        {
            return false;
        }

        return a.Kind switch
        {
            CelTypeKind.Type => true,
            CelTypeKind.Object => ReferenceEquals(a, b) || a.Name == b.Name,
            CelTypeKind.Named => a.Name == b.Name,
            _ => a.Arguments.Zip(b.Arguments).All(p => Fits(p.First, p.Second)),
        };
    }

    private bool Bind(CelType place, CelType type, bool isTarget)
    {
        if (_bound.TryGetValue(place.Name, out var bound))
        {
            if (!(isTarget ? Fits(type, bound) : Fits(bound, type)))
            {
                return false;
            }

            if (!type.Equals(place))
            {
                _bound[place.Name] = MostGeneral(bound, type);
            }

            return true;
        }

        if (Mentions(type, place.Name, 0))
        {
            return false;
        }

        _bound[place.Name] = type;
        return true;
    }

    private bool Mentions(CelType type, string name, int depth)
    {
        if (depth > 100)
        {
            return true;
        }

        return type.Kind == CelTypeKind.Parameter
            ? type.Name == name || (_bound.TryGetValue(type.Name, out var bound) && Mentions(bound, name, depth + 1))
            : type.Arguments.Any(a => Mentions(a, name, depth + 1));
    }
}
