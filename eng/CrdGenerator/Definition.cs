namespace Slipway.CrdGenerator;

/// <summary>A whole CustomResourceDefinition as JSON.</summary>
internal static class Definition
{
    private const string ContractPrefix = "cluster.x-k8s.io/";

    /// <summary>Writes the definition of a kind.</summary>
    /// <param name="versions">All its versions, in order.</param>
    public static string Write(List<KindVersion> versions)
    {
        var kind = versions[0];
        var json = new JsonText().Open()
            .Text("apiVersion", "apiextensions.k8s.io/v1")
            .Text("kind", "CustomResourceDefinition");
        json.Name("metadata").Open().Text("name", kind.CrdName).Name("labels").Open();
        json.Text("clusterctl.cluster.x-k8s.io", "").Text("cluster.x-k8s.io/provider", Provider(kind.Group));
        foreach (var version in versions)
        {
            json.Text(ContractPrefix + version.Version, version.Version);
        }

        json.Close().Close();
        json.Name("spec").Open().Text("group", kind.Group);
        json.Name("names").Open()
            .Text("kind", kind.Kind)
            .Text("listKind", kind.Kind + "List")
            .Text("plural", kind.Plural)
            .Text("singular", kind.Kind.ToLowerInvariant());
        if (kind.ShortNames.Length > 0)
        {
            json.Texts("shortNames", kind.ShortNames.Split(','));
        }

        json.Texts("categories", ["cluster-api"]).Close();
        json.Text("scope", "Namespaced").Name("conversion").Open().Text("strategy", "None").Close();
        json.Name("versions").OpenList();
        foreach (var version in versions)
        {
            json.Raw(version.Json);
        }

        return json.CloseList().Close().Close().ToString();
    }

    private static string Provider(string group) => group switch
    {
        "bootstrap.cluster.x-k8s.io" => "bootstrap-kubeadm",
        "controlplane.cluster.x-k8s.io" => "control-plane-kubeadm",
        "infrastructure.cluster.x-k8s.io" => "infrastructure-docker",
        _ => "cluster-api",
    };
}
