namespace Slipway.Conformance.Rows;

/// <summary>One thing that clients of a Kubernetes API server rely on.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Need">How much it is needed.</param>
/// <param name="Words">The requirement, in short.</param>
internal sealed record Row(string Id, Need Need, string Words);
