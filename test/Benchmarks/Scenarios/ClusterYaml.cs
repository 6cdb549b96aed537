namespace Slipway.Benchmarks.Scenarios;

/// <summary>The YAML of in-memory clusters with one control-plane machine and one worker.</summary>
internal static class ClusterYaml
{
    /// <summary>The algorithm of generated in-memory clusters.</summary>
    public const string GeneratedAlgorithm = "ECDSA-P256";

    /// <summary>Generates one.</summary>
    /// <param name="plane">Whose program generates it.</param>
    /// <param name="name">The cluster's name.</param>
    /// <param name="algorithm">Its encryption algorithm.</param>
    public static async Task<string> GenerateAsync(MeasuredPlane plane, string name, string algorithm)
    {
        var yaml = await plane.RunAsync(
            "", "generate", "cluster", name, "--infrastructure", "in-memory", "--control-plane-machine-count", "1", "--worker-machine-count", "1");
        return yaml.Contains(GeneratedAlgorithm, StringComparison.Ordinal)
            ? yaml.Replace(GeneratedAlgorithm, algorithm, StringComparison.Ordinal)
            : throw new InvalidOperationException($"The generated YAML does not ask for {GeneratedAlgorithm}.");
    }
}
