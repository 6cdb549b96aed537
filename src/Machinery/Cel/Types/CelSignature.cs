namespace Slipway.Machinery.Cel.Types;

/// <summary>One form in which a function may be called.</summary>
/// <param name="Name">The function's name; of an operator its sign with a <c>_</c> for each argument.</param>
/// <param name="IsMember">Whether it is called on its first argument.</param>
/// <param name="Parameters">The types of its arguments, the target first.</param>
/// <param name="Result">The type of what it gives.</param>
internal sealed record CelSignature(string Name, bool IsMember, CelType[] Parameters, CelType Result);
