namespace Slipway.Conformance.Commands;

/// <summary>kubectl against the shared server.</summary>
internal static class KubectlTest
{
    /// <summary>Runs kubectl to its end; the test is skipped where there is none.</summary>
    /// <param name="input">What it reads.</param>
    /// <param name="arguments">Its arguments, without the kubeconfig.</param>
    public static async Task<Finished> RunAsync(string input, params string[] arguments)
    {
        var cluster = await SharedCluster.GetAsync();
        return await Start(cluster, input, arguments).ToEndAsync();
    }

    /// <summary>kubectl with an editor of its own.</summary>
    /// <param name="editor">The editor's command.</param>
    /// <param name="arguments">Its arguments, without the kubeconfig.</param>
    public static async Task<Finished> EditAsync(string editor, params string[] arguments)
    {
        var start = Start(await SharedCluster.GetAsync(), "", arguments);
        return await (start with { Environment = new Dictionary<string, string?>(start.Environment) { ["KUBE_EDITOR"] = editor } }).ToEndAsync();
    }

    private static Execution Start(Cluster cluster, string input, string[] arguments)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(f => Path.Combine(f, "kubectl")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "There is no kubectl on the PATH.");
        return new Execution(program!, ["--kubeconfig", cluster.KubeconfigPath, .. arguments])
        {
            Environment = new Dictionary<string, string?>
            {
                ["HOME"] = cluster.Home,
                ["KUBECONFIG"] = null,
                ["KUBECACHEDIR"] = Path.Combine(cluster.Home, $"cache-{cluster.NewName()}"),
            },
            Input = input,
        };
    }
}
