namespace Slipway.Machinery.Cel.Values;

/// <summary>A value of a kind that only the functions of one library know, for example a quantity or an IP address.</summary>
public abstract class CelOpaque
{
    /// <summary>The name of its type in CEL, for example <c>kubernetes.Quantity</c>.</summary>
    public abstract string TypeName { get; }

    /// <summary>Whether another value of the same type is equal.</summary>
    /// <param name="other">The other value.</param>
    public virtual bool EqualTo(CelOpaque other) => ReferenceEquals(this, other);

    /// <summary>The value as text, where <c>string()</c> knows it; null where it does not.</summary>
    public virtual string? AsText => null;
}
