using System.Text.Json.Nodes;

namespace Slipway.Server.Verbs.Writing;

/// <summary>Makes the object that is wanted out of the object that is there.</summary>
/// <param name="current">The present object in the version of the call, or its scale; a copy that may be changed.</param>
/// <returns>The object wanted; may be <paramref name="current"/>.</returns>
internal delegate JsonObject Edit(JsonObject current);
