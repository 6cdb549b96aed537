namespace Slipway.App.Applying;

/// <summary>A reference from one object to another in the same namespace.</summary>
/// <param name="Field">Where it stands.</param>
/// <param name="Group">The API group of the other object.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Its name.</param>
internal sealed record Reference(string Field, string Group, string Kind, string Name);
