using Slipway.Api.Core.MachineSets;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.MachineSets;

/// <summary>Names of new Machines, by the MachineSet's naming template.</summary>
internal static class MachineNaming
{
    private const string Default = "{{ .machineSet.name }}-{{ .random }}";

    /// <summary>A new name.</summary>
    /// <param name="set">The MachineSet.</param>
    /// <param name="random">Where the random part comes from.</param>
    /// <exception cref="FormatException">The template names something that is not known.</exception>
    public static string Next(MachineSet set, RandomSource random)
    {
        var template = set.Spec.MachineNaming?.Template is { Length: > 0 } given ? given : Default;
        var suffix = random.NextSuffix();
        var name = NameTemplate.Fill(template, variable => variable switch
        {
            ".cluster.name" => set.Spec.ClusterName,
            ".machineSet.name" => set.Metadata.Name,
            ".random" => suffix,
            _ => null,
        });
        return name.Length <= Names.Longest ? name : Names.Join(name[..(Names.Longest - suffix.Length)], random.NextSuffix());
    }
}
