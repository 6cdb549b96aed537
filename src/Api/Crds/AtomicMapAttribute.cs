namespace Slipway.Api.Crds;

/// <summary>Server-side apply owns the object as one value.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AtomicMapAttribute : Attribute;
