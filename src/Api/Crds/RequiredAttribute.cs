namespace Slipway.Api.Crds;

/// <summary>The field must be present.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RequiredAttribute : Attribute;
