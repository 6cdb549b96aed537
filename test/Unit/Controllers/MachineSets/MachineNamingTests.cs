using Slipway.Api.Core.Shared;
using Slipway.Controllers.MachineSets;
using Slipway.Machinery.Objects;

namespace Slipway.Unit.Controllers.MachineSets;

public sealed class MachineNamingTests
{
    [Theory]
    [InlineData(null, "^set-[a-z0-9]{5}$")]
    [InlineData("{{ .cluster.name }}-{{ .random }}-x", "^c-[a-z0-9]{5}-x$")]
    [InlineData("{{.machineSet.name}}{{ .random }}", "^set[a-z0-9]{5}$")]
    public void The_template_is_filled(string? template, string pattern) => Assert.Matches(pattern, Name("set", template));

    [Fact]
    public void A_long_name_is_cut_and_stays_random()
    {
        var name = Name(new string('s', 80), null);
        Assert.Equal(63, name.Length);
        Assert.Matches("^s{58}[a-z0-9]{5}$", name);
    }

    [Fact]
    public void An_unknown_variable_is_refused() => Assert.Throws<FormatException>(() => Name("set", "{{ .nonsense }}-{{ .random }}"));

    private static string Name(string set, string? template)
    {
        var value = Given.Set(set, 1);
        value = value with { Spec = value.Spec with { MachineNaming = template is null ? null : new MachineNamingSpec { Template = template } } };
        return MachineNaming.Next(value, RandomSource.Seeded(3));
    }
}
