namespace Slipway.Machinery.Cel.Functions;

/// <summary>A function that expressions may call.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsMember">Whether it is called on a value.</param>
/// <param name="Arity">How many arguments it takes, the target included.</param>
/// <param name="Body">What it does.</param>
internal sealed record CelFunction(string Name, bool IsMember, int Arity, CelBody Body)
{
    /// <summary>A function called by its name alone.</summary>
    public static CelFunction Global(string name, int arity, CelBody body) => new(name, false, arity, body);

    /// <summary>A function called on a value.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="arity">How many arguments it takes, the target included.</param>
    /// <param name="body">What it does.</param>
    public static CelFunction Member(string name, int arity, CelBody body) => new(name, true, arity, body);
}
