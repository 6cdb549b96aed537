using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Functions;

/// <summary>What a function does with its arguments, none of which is a failure.</summary>
/// <param name="arguments">The arguments; of a member function the target first.</param>
internal delegate CelValue CelBody(ReadOnlySpan<CelValue> arguments);
