namespace Slipway.Server.Http;

/// <summary>One question of the health endpoints.</summary>
/// <param name="Name">Its name in <c>?verbose</c> and in paths.</param>
/// <param name="Probe">Answers null where all is well, else what is not. Must not block.</param>
internal sealed record HealthCheck(string Name, Func<string?> Probe)
{
    /// <summary>Whether only <c>/readyz</c> asks it: such a fault is no reason to start the server anew.</summary>
    public bool IsOfReadinessOnly { get; init; }
}
