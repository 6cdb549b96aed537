namespace Slipway.Server.OpenApi;

/// <summary>What can be done at a path.</summary>
/// <param name="Method">The HTTP method in lower case.</param>
/// <param name="Action">The action as <c>x-kubernetes-action</c> names it.</param>
/// <param name="Answer">The schema of the answer.</param>
internal sealed record ApiOperation(string Method, string Action, string Answer)
{
    /// <summary>The schema of the body; null where there is none.</summary>
    public string? Body { get; init; }

    /// <summary>The media types of the body; empty for any.</summary>
    public IReadOnlyList<string> Consumes { get; init; } = [];

    /// <summary>The parameters.</summary>
    public IReadOnlyList<QueryParameter> Parameters { get; init; } = [];
}
