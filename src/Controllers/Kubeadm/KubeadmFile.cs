using System.Text.Json.Nodes;
using Slipway.Machinery.Yaml;

namespace Slipway.Controllers.Kubeadm;

/// <summary>kubeadm's configuration files as text.</summary>
internal static class KubeadmFile
{
    /// <summary>A file of one or more documents.</summary>
    /// <param name="documents">The documents.</param>
    public static string Write(params ReadOnlySpan<JsonObject> documents)
    {
        var text = "";
        foreach (var document in documents)
        {
            text += "---\n" + YamlWriter.Write(document);
            if (!text.EndsWith('\n'))
            {
                text += "\n";
            }
        }

        return text;
    }
}
