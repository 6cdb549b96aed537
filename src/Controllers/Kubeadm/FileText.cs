namespace Slipway.Controllers.Kubeadm;

/// <summary>A file to be written on a machine.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Content">What it holds, encoded where <see cref="Encoding"/> says so.</param>
internal sealed record FileText(string Path, string Content)
{
    /// <summary>Its owner, as <c>user:group</c>; null for the default.</summary>
    public string? Owner { get; init; }

    /// <summary>Its permissions in octal, for example <c>0640</c>; null for the default.</summary>
    public string? Permissions { get; init; }

    /// <summary><c>base64</c>, <c>gzip</c> or <c>gzip+base64</c>; null where the content is as it is.</summary>
    public string? Encoding { get; init; }

    /// <summary>Whether it is added to the end of a file that exists.</summary>
    public bool Append { get; init; }

    /// <summary>Prints the path alone: contents may be secret.</summary>
    public override string ToString() => Path;
}
