using Slipway.Controllers.Kubeadm;

namespace Slipway.Unit.Controllers.Kubeadm;

public sealed class SimpleTemplateTests
{
    private static readonly Dictionary<string, string> Values = new() { [".controlPlane.version"] = "v1.33.0" };

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("{{ .controlPlane.version }}", "v1.33.0")]
    [InlineData("a{{.controlPlane.version}}b", "av1.33.0b")]
    [InlineData("a \n {{- .controlPlane.version -}} \n b", "av1.33.0b")]
    [InlineData("a{{/* nothing */}}b", "ab")]
    public void Is_filled(string template, string expected) => Assert.Equal(expected, SimpleTemplate.Fill(template, Values));

    [Theory]
    [InlineData("{{ if .x }}", "if .x")]
    [InlineData("{{ .other }}", ".other")]
    [InlineData("a {{ .controlPlane.version", "never closes")]
    public void Refuses_the_rest_by_name(string template, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => SimpleTemplate.Fill(template, Values)).Message, StringComparison.Ordinal);
}
