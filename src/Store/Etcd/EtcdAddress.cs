namespace Slipway.Store.Etcd;

/// <summary>Where an etcd cluster is, and how it is spoken to.</summary>
/// <param name="Endpoints">Its members; at least one, all of one scheme.</param>
internal sealed record EtcdAddress(IReadOnlyList<Uri> Endpoints)
{
    private const string Form = "etcd:http://127.0.0.1:2379[,MORE][?prefix=/PATH&cacert=FILE&cert=FILE&key=FILE]";

    /// <summary>What all keys begin with; empty for keys as they are.</summary>
    public string Prefix { get; private init; } = "";

    /// <summary>The file with the certificates of the authorities that etcd's certificate may come from; null for the system's.</summary>
    public string? AuthorityFile { get; private init; }

    /// <summary>The file with the client's certificate; null for none.</summary>
    public string? CertificateFile { get; private init; }

    /// <summary>The file with the certificate's key.</summary>
    public string? KeyFile { get; private init; }

    /// <summary>Reads an address.</summary>
    /// <param name="url">The address, of the form <c>etcd:http://HOST:PORT[,MORE][?OPTIONS]</c>.</param>
    /// <exception cref="StoreOpenException">It is not understood.</exception>
    public static EtcdAddress Parse(string url)
    {
        var rest = url["etcd:".Length..];
        var question = rest.IndexOf('?', StringComparison.Ordinal);
        var address = new EtcdAddress([.. (question < 0 ? rest : rest[..question]).Split(',').Select(e => Endpoint(url, e))]);
        foreach (var option in question < 0 ? [] : rest[(question + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            address = address.With(url, option);
        }

        if (address.Endpoints.Any(e => e.Scheme != address.Endpoints[0].Scheme))
        {
            throw new StoreOpenException($"The store '{url}' mixes http and https: the members of one etcd speak one of them.");
        }

        return address.CertificateFile is null == address.KeyFile is null
            ? address
            : throw new StoreOpenException($"The store '{url}' names only one of cert and key: a client certificate needs both files.");
    }

    private static Uri Endpoint(string url, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https" && endpoint is { PathAndQuery: "/", Host.Length: > 0 }
            ? endpoint
            : throw new StoreOpenException($"The store '{url}' has a member that is not understood: '{text}'. The form is {Form}.");

    private EtcdAddress With(string url, string option)
    {
        var equals = option.IndexOf('=', StringComparison.Ordinal);
        var value = equals < 0 ? "" : Uri.UnescapeDataString(option[(equals + 1)..]);
        return (equals < 0 ? option : option[..equals], value.Length > 0) switch
        {
            ("prefix", true) => this with { Prefix = "/" + value.Trim('/') },
            ("cacert", true) => this with { AuthorityFile = value },
            ("cert", true) => this with { CertificateFile = value },
            ("key", true) => this with { KeyFile = value },
            _ => throw new StoreOpenException($"The store '{url}' has an option that is not understood: '{option}'. The form is {Form}."),
        };
    }
}
