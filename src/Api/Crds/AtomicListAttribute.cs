namespace Slipway.Api.Crds;

/// <summary>Server-side apply owns the list as one value.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AtomicListAttribute : Attribute;
