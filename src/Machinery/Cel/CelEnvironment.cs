using Slipway.Machinery.Cel.Types;

namespace Slipway.Machinery.Cel;

/// <summary>The variables that an expression may mention, with their types and in a fixed order. Immutable.</summary>
public sealed class CelEnvironment
{
    private readonly OrderedDictionary<string, CelType> _variables;

    private CelEnvironment(OrderedDictionary<string, CelType> variables) => _variables = variables;

    /// <summary>No variables.</summary>
    public static CelEnvironment Empty { get; } = new([]);

    /// <summary>
    /// The variables of admission, in this order: <c>object</c>, <c>oldObject</c>, <c>request</c>, <c>namespaceObject</c>,
    /// <c>params</c>, <c>variables</c>, <c>authorizer</c>, <c>authorizer.requestResource</c>. Objects are of any type.
    /// </summary>
    public static CelEnvironment Admission { get; } = Empty
        .With("object", CelType.Dyn)
        .With("oldObject", CelType.Dyn)
        .With("request", CelAdmissionTypes.Request)
        .With("namespaceObject", CelAdmissionTypes.Namespace)
        .With("params", CelType.Dyn)
        .With("variables", CelType.Dyn)
        .With("authorizer", CelType.Named("kubernetes.authorization.Authorizer"))
        .With("authorizer.requestResource", CelType.Named("kubernetes.authorization.ResourceCheck"));

    /// <summary>
    /// The variables of a webhook's match conditions, in this order: <c>object</c>, <c>oldObject</c>, <c>request</c>,
    /// <c>authorizer</c>, <c>authorizer.requestResource</c>.
    /// </summary>
    public static CelEnvironment MatchConditions { get; } = Admission.Without("namespaceObject").Without("params").Without("variables");

    /// <summary>The names of the variables, in the order in which values are given.</summary>
    public IReadOnlyList<string> Variables => _variables.Keys;

    /// <summary>The variables with their types.</summary>
    internal IReadOnlyDictionary<string, CelType> Types => _variables;

    /// <summary>The environment with one more variable, or another type for one.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="type">Its type.</param>
    public CelEnvironment With(string name, CelType type) => new(new OrderedDictionary<string, CelType>(_variables) { [name] = type });

    /// <summary>The environment with one variable less.</summary>
    /// <param name="name">The variable.</param>
    public CelEnvironment Without(string name)
    {
        var variables = new OrderedDictionary<string, CelType>(_variables);
        variables.Remove(name);
        return new(variables);
    }
}
