using Slipway.Machinery.Objects;

namespace Slipway.App.Kinds;

/// <summary>A kind that the server serves.</summary>
/// <param name="Type">How it is addressed.</param>
/// <param name="Preferred">Whether this is the version that the server prefers.</param>
/// <param name="Names">All words for it, in lower case: plural, singular, kind and short names.</param>
internal sealed record KnownKind(ResourceType Type, bool Preferred, IReadOnlyList<string> Names);
