namespace Slipway.Server.Streams;

/// <summary>A connection that a client wants.</summary>
/// <param name="Namespace">The pod's namespace.</param>
/// <param name="Pod">The pod's name.</param>
/// <param name="Subresource">What of the pod; only <c>portforward</c> as yet.</param>
/// <param name="Port">The port of the pod.</param>
public sealed record StreamRequest(string Namespace, string Pod, string Subresource, int Port);
