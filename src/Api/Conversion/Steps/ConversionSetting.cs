using Slipway.Machinery.Objects;

namespace Slipway.Api.Conversion.Steps;

/// <summary>What a conversion knows beside the object.</summary>
/// <param name="Namespace">The object's namespace; v1beta1 repeats it in references.</param>
/// <param name="VersionOf">The version by which another kind is to be named; v1beta1 writes it in references.</param>
internal sealed record ConversionSetting(string Namespace, Func<GroupKind, string> VersionOf);
