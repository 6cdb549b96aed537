using Slipway.Api.Core.Machines;
using Slipway.Api.Core.Shared;

namespace Slipway.Controllers.Shared;

/// <summary>
/// Which changes of a Machine's template need a new Machine. Labels, annotations, deletion timeouts, taints, readiness
/// gates and minReadySeconds do not: they are written into the Machines that exist.
/// </summary>
internal static class MachineTemplates
{
    /// <summary>What of a Machine made from one template is not as another template wants it.</summary>
    /// <param name="present">The template the Machine was made from.</param>
    /// <param name="wanted">The template wanted now.</param>
    /// <returns>One sentence for each difference, the version first; empty where the Machine may stay.</returns>
    public static IReadOnlyList<string> Differences(MachineSpec present, MachineSpec wanted)
    {
        var differences = new List<string>();
        if (present.Version != wanted.Version)
        {
            differences.Add($"Version is {Or(present.Version)}, {Or(wanted.Version)} is wanted");
        }

        AddReference(differences, present.Bootstrap.ConfigRef, wanted.Bootstrap.ConfigRef, "bootstrap.configRef");

        // With a configRef the name of the data Secret is each Machine's own.
        if (wanted.Bootstrap.ConfigRef is null && present.Bootstrap.DataSecretName != wanted.Bootstrap.DataSecretName)
        {
            differences.Add($"spec.bootstrap.dataSecretName is {Or(present.Bootstrap.DataSecretName)}, {Or(wanted.Bootstrap.DataSecretName)} is wanted");
        }

        AddReference(differences, present.InfrastructureRef, wanted.InfrastructureRef, "infrastructureRef");
        if (present.FailureDomain != wanted.FailureDomain)
        {
            differences.Add($"Failure domain is {Or(present.FailureDomain)}, {Or(wanted.FailureDomain)} is wanted");
        }

        return differences;
    }

    /// <summary>A template kind's name without its end: <c>DockerMachineTemplate</c> makes <c>DockerMachine</c>.</summary>
    /// <param name="kind">The kind of a template.</param>
    public static string KindOf(string kind) =>
        kind.EndsWith("Template", StringComparison.Ordinal) ? kind[..^"Template".Length] : kind;

    private static void AddReference(
        List<string> differences, ContractVersionedObjectReference? present, ContractVersionedObjectReference? wanted, string field)
    {
        if (present == wanted)
        {
            return;
        }

        differences.Add(wanted is null
            ? $"spec.{field} {present!.Kind} {present.Name} is no longer wanted"
            : $"{KindOf(wanted.Kind)} is made from {(present is null ? "nothing" : Named(present, wanted))}, {wanted.Name} is wanted");
    }

    private static string Named(ContractVersionedObjectReference present, ContractVersionedObjectReference wanted) =>
        present.Kind == wanted.Kind && present.ApiGroup == wanted.ApiGroup ? present.Name : $"{present.Kind} {present.Name}";

    private static string Or(string? value) => string.IsNullOrEmpty(value) ? "unset" : value;
}
