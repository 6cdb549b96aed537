using Slipway.App.Kinds;
using Slipway.App.Output;
using Slipway.Runtime.Clients.Http;

namespace Slipway.App.Management;

/// <summary>A connection to a running management plane (or any Kubernetes API server).</summary>
internal sealed class PlaneConnection : IDisposable
{
    private readonly ClientConnection _connection;

    private PlaneConnection(ClientConnection connection)
    {
        _connection = connection;
        Client = new HttpApiClient(connection, "slipway/" + ProgramVersion.Short, TimeProvider.System);
    }

    /// <summary>The API.</summary>
    public HttpApiClient Client { get; }

    /// <summary>Takes a kubeconfig; nothing is sent yet.</summary>
    /// <param name="directory">The data directory, where no kubeconfig is given.</param>
    /// <param name="kubeconfig">The kubeconfig's file; null for the one in the data directory.</param>
    /// <exception cref="CommandException">There is none, or it cannot be used.</exception>
    public static PlaneConnection Open(PlaneDirectory directory, string? kubeconfig)
    {
        var file = kubeconfig ?? directory.Kubeconfig;
        if (!File.Exists(file))
        {
            throw new CommandException(ExitCode.Unreachable, kubeconfig is null
                ? $"No management plane runs in {directory.Path}: there is no {file}. Start one with 'slipway up', or name another with --data or --kubeconfig."
                : $"There is no file {file}.");
        }

        try
        {
            return new PlaneConnection(new ClientConnection(Slipway.Machinery.Pki.Kubeconfig.Parse(File.ReadAllText(file), null, File.ReadAllText)));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Usage, $"The kubeconfig {file} cannot be used: {e.Message}");
        }
    }

    /// <summary>Asks what the server serves.</summary>
    /// <param name="cancellation">Ends the call.</param>
    public Task<KindCatalog> KindsAsync(CancellationToken cancellation) => KindCatalog.ReadAsync(Client, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        _connection.Dispose();
    }
}
