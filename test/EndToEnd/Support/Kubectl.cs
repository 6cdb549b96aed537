namespace Slipway.EndToEnd.Support;

/// <summary>kubectl against one cluster, with a home of its own so that it discovers everything anew.</summary>
/// <param name="Kubeconfig">The cluster's kubeconfig.</param>
/// <param name="Home">Its home folder.</param>
internal sealed record Kubectl(string Kubeconfig, string Home)
{
    /// <summary>Runs it to its end; the test is skipped where there is no kubectl.</summary>
    /// <param name="arguments">Its arguments, without the kubeconfig.</param>
    public Task<Finished> RunAsync(params string[] arguments) => WithInputAsync("", arguments);

    /// <summary>Runs it to its end with something to read.</summary>
    /// <param name="input">What it reads.</param>
    /// <param name="arguments">Its arguments, without the kubeconfig.</param>
    public Task<Finished> WithInputAsync(string input, params string[] arguments) =>
        new Execution(Checkout.OnPath("kubectl"), ["--kubeconfig", Kubeconfig, .. arguments])
        {
            Environment = new Dictionary<string, string?> { ["HOME"] = Home, ["KUBECONFIG"] = null, ["KUBECACHEDIR"] = Path.Combine(Home, "cache") },
            Input = input,
        }.ToEndAsync();
}
