using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Slipway.Api;
using Slipway.Api.Crds;
using Slipway.App.Management;
using Slipway.App.Output;
using Slipway.Controllers;
using Slipway.Controllers.Shared;
using Slipway.Controllers.Workloads;
using Slipway.Controllers.Workloads.Etcd;
using Slipway.Machinery.Pki;
using Slipway.Providers.Shared;
using Slipway.Providers;
using Slipway.Runtime;
using Slipway.Runtime.Controllers;
using Slipway.Runtime.Events;
using Slipway.Runtime.Informers;
using Slipway.Server;
using Slipway.Server.Security.Encryption;

namespace Slipway.App.Composition;

/// <summary>The whole system in one process: this file is its table of contents.</summary>
internal sealed class ManagementPlane : IAsyncDisposable
{
    private readonly EmbeddedServer _server;
    private readonly ControllerHost _controllers;

    private ManagementPlane(EmbeddedServer server, ControllerHost controllers, PlaneDirectory directory, string store)
    {
        _server = server;
        _controllers = controllers;
        Kubeconfig = directory.Kubeconfig;
        Store = store;
    }

    /// <summary>Where the API answers.</summary>
    public Uri Address => _server.Address;

    /// <summary>The administrator's kubeconfig file.</summary>
    public string Kubeconfig { get; }

    /// <summary>The store's address.</summary>
    public string Store { get; }

    /// <summary>Starts everything; the API answers when this returns.</summary>
    /// <param name="settings">How it is to run.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <exception cref="CommandException">It cannot be started; the message says what to do.</exception>
    public static async Task<ManagementPlane> StartAsync(PlaneSettings settings, TimeProvider time, CancellationToken cancellation)
    {
        var directory = settings.Directory;
        directory.Create();
        var store = settings.Store ?? "sqlite:" + directory.Database;
        var keys = new KeyPool();
        var server = await ServeAsync(settings, store, keys, time, cancellation);
        PlaneDirectory.WriteSecret(directory.Kubeconfig, server.AdminKubeconfig);
        PlaneDirectory.WriteSecret(directory.Port, server.Address.Port.ToString(CultureInfo.InvariantCulture));

        var options = new RuntimeOptions { Time = time, Logs = settings.Logs };
        var informers = new InformerCache(server.Client, options);
        var client = new CachingClient(server.Client, informers);
        var host = new ControllerHost(informers);
        await ControllersAsync(host, client, settings, store, keys, cancellation);
        host.Start();
        return new ManagementPlane(server, host, directory, store);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _controllers.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static async Task<EmbeddedServer> ServeAsync(
        PlaneSettings settings, string store, IKeySource keys, TimeProvider time, CancellationToken cancellation)
    {
        var options = new EmbeddedServerOptions
        {
            Store = store,
            Port = settings.Port > 0 ? settings.Port : LastPort(settings.Directory),
            Time = time,
            Logs = settings.Logs,
            Keys = keys,
            Pki = await ServerPki.IssueAsync(PlanePki.LoadOrCreate(settings.Directory, time), keys, [], time, cancellation) with
            {
                TokenKeysPem = [PlanePki.LoadOrCreateTokenKey(settings.Directory)],
            },
            Access = settings.Security.Access,
            Audit = settings.Security.Audit,
            Encryption = settings.Security.Encryption,
            CustomResourceDefinitions = [.. CrdCatalog.All.Select(d => d.Json)],
            Converters = ApiConverters.All,
            Admissions = ApiAdmissions.All,
            ControllerMetrics = true,
        };
        try
        {
            return await ServeAsync(options, settings.Port == 0, cancellation);
        }
        catch (Exception e) when (e is IOException or EncryptionException or FormatException)
        {
            // The address is taken, or the store: by another process, or it is damaged.
            throw new CommandException(ExitCode.Failed, $"The management plane cannot start: {e.Message}");
        }
    }

    private static async Task<EmbeddedServer> ServeAsync(EmbeddedServerOptions options, bool mayMove, CancellationToken cancellation)
    {
        try
        {
            return await EmbeddedServer.StartAsync(options, cancellation);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException && mayMove && options.Port != 0)
        {
            // Somebody else has the port by now; the kubeconfig is written anew with another.
            return await EmbeddedServer.StartAsync(options with { Port = 0 }, cancellation);
        }
    }

    private static async Task ControllersAsync(
        ControllerHost host, CachingClient client, PlaneSettings settings, string store, KeyPool keys, CancellationToken cancellation)
    {
        // What is handed over first is disposed last: simulated clusters outlive the connections to them.
        var informers = host.Informers;
        var provider = new ProviderContext(client, informers, informers.Options, keys)
        {
            Simulate = settings.Simulate,
            DockerHost = Environment.GetEnvironmentVariable("DOCKER_HOST"),
            ClusterDirectory = store == "memory:" ? null : settings.Directory.Clusters,
        };
        await DevProviders.AddAsync(host, provider, cancellation);
        var workloads = new WorkloadClusters(informers.Options);
        var events = new EventRecorder(client, "slipway", informers.Options);
        host.Own(workloads).Own(events).AddLoop("keys", keys.RunAsync);
        host.Add(WorkloadWiring.Controller(informers, workloads, new HttpWorkloadConnector("slipway/" + ProgramVersion.Short, informers.Options.Time)));
        var context = new ControllerContext(client, informers, workloads, events);
        CoreControllers.Add(host, context);
        KubeadmControllers.Add(host, context, keys, new EtcdMembership(informers.Options.Time));
    }

    private static int LastPort(PlaneDirectory directory) =>
        File.Exists(directory.Port) && int.TryParse(File.ReadAllText(directory.Port), CultureInfo.InvariantCulture, out var port) ? port : 0;
}
