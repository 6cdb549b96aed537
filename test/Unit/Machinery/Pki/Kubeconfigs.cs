using Slipway.Machinery.Pki;

namespace Slipway.Unit.Machinery.Pki;

public sealed class Kubeconfigs
{
    private static readonly Kubeconfig Example = new("https://127.0.0.1:6443")
    {
        Cluster = "quickstart",
        User = "quickstart-admin",
        Context = "quickstart-admin@quickstart",
        Namespace = "default",
        CertificateAuthorityPem = "ca\n",
        ClientCertificatePem = "cert\n",
        ClientKeyPem = "key\n",
        Token = "abc",
    };

    [Fact]
    public void What_is_written_reads_back() => Assert.Equal(Example, Kubeconfig.Parse(Example.ToYaml()));

    [Fact]
    public void Names_are_made_where_none_are_given() =>
        Assert.Equal(("quickstart-admin", "quickstart-admin@quickstart"), Kubeconfig.Parse((Example with { User = "", Context = "" }).ToYaml()) is var read ? (read.User, read.Context) : default);

    [Fact]
    public void Files_are_read_through_the_caller()
    {
        const string Text = """
            current-context: b
            contexts:
            - name: a
              context: {cluster: x, user: z}
            - name: b
              context: {cluster: x, user: z}
            clusters:
            - name: x
              cluster: {server: "https://x", certificate-authority: ca.crt, insecure-skip-tls-verify: true}
            users:
            - name: z
              user: {client-certificate: c.crt, client-key: c.key}
            """;
        var read = Kubeconfig.Parse(Text, "a", path => "content of " + path);
        Assert.Equal("content of ca.crt", read.CertificateAuthorityPem);
        Assert.Equal("content of c.key", read.ClientKeyPem);
        Assert.True(read.SkipTlsVerify);
        Assert.Contains("ca.crt", Assert.Throws<FormatException>(() => Kubeconfig.Parse(Text)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a: 1")]
    [InlineData("current-context: a")]
    [InlineData("current-context: a\ncontexts: [{name: a, context: {cluster: c}}]")]
    [InlineData("current-context: a\ncontexts: [{name: a, context: {cluster: c}}]\nclusters: [{name: c, cluster: {}}]")]
    [InlineData("current-context: a\ncontexts: [{name: a, context: {cluster: c, user: u}}]\nclusters: [{name: c, cluster: {server: s}}]\nusers: [{name: u, user: {exec: {command: x}}}]")]
    public void What_is_missing_is_named(string text) => Assert.Throws<FormatException>(() => Kubeconfig.Parse(text));
}
