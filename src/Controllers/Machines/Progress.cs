using System.Globalization;
using Slipway.Api.Core;
using Slipway.Api.Core.Machines;
using Slipway.Controllers.Shared;

namespace Slipway.Controllers.Machines;

/// <summary>How far a Machine has come: what its spec and status take over from the objects beside it and from its Node.</summary>
internal static class Progress
{
    /// <summary>The Machine's spec as it is to be.</summary>
    /// <param name="view">What is.</param>
    public static MachineSpec Spec(View view)
    {
        var spec = view.Machine.Spec;
        if (view.Machine.Metadata.IsDeleting)
        {
            return spec;
        }

        if (string.IsNullOrEmpty(spec.Bootstrap.DataSecretName) && view.BootstrapConfig is { DataSecretCreated: true, DataSecretName: { } secret })
        {
            spec = spec with { Bootstrap = spec.Bootstrap with { DataSecretName = secret } };
        }

        if (view.InfrastructureMachine is { Provisioned: true } machine)
        {
            spec = spec with
            {
                FailureDomain = machine.SpecFailureDomain ?? spec.FailureDomain,
                ProviderID = machine.ProviderId ?? spec.ProviderID,
            };
        }

        return spec;
    }

    /// <summary>The Machine's status as it is to be, without conditions and phase.</summary>
    /// <param name="view">What is, the Machine's spec brought forward.</param>
    public static MachineStatus Status(View view)
    {
        var machine = view.Machine;
        var status = machine.Status with { ObservedGeneration = machine.Metadata.Generation };
        var bootstrapped = !string.IsNullOrEmpty(machine.Spec.Bootstrap.DataSecretName);
        var provisioned = view.InfrastructureMachine is { Provisioned: true, ProviderId: not null } && !view.Infrastructure.IsDeleting;
        var initialization = status.Initialization ?? new MachineInitializationStatus();
        initialization = new MachineInitializationStatus
        {
            // What has once been so stays said.
            BootstrapDataSecretCreated = initialization.BootstrapDataSecretCreated == true || bootstrapped ? true : initialization.BootstrapDataSecretCreated,
            InfrastructureProvisioned = initialization.InfrastructureProvisioned == true || provisioned ? true : initialization.InfrastructureProvisioned,
        };
        status = status with
        {
            Initialization = initialization is { BootstrapDataSecretCreated: null, InfrastructureProvisioned: null } ? status.Initialization : initialization,
            CertificatesExpiryDate = Expiry(view) ?? status.CertificatesExpiryDate,
        };
        if (view.InfrastructureMachine is { Provisioned: true } infrastructure)
        {
            status = status with
            {
                Addresses = infrastructure.Addresses is { Count: > 0 } addresses ? Same.Or(status.Addresses, addresses) : status.Addresses,
                FailureDomain = infrastructure.FailureDomain ?? status.FailureDomain,
            };
        }

        return view.Node is { } node
            ? status with
            {
                NodeRef = status.NodeRef ?? new MachineNodeReference { Name = node.Metadata.Name },
                NodeInfo = node.Status.NodeInfo ?? status.NodeInfo,
            }
            : status;
    }

    /// <summary>The Machine's phase.</summary>
    /// <param name="machine">The Machine's metadata and spec.</param>
    /// <param name="status">Its status as it is to be.</param>
    public static string Phase(Machine machine, MachineStatus status) =>
        machine.Metadata.IsDeleting ? ObjectPhases.Deleting
        : status.NodeRef is not null && status.Initialization?.InfrastructureProvisioned == true ? ObjectPhases.Running
        : !string.IsNullOrEmpty(machine.Spec.ProviderID) ? ObjectPhases.Provisioned
        : status.Initialization?.BootstrapDataSecretCreated == true ? ObjectPhases.Provisioning
        : ObjectPhases.Pending;

    private static DateTimeOffset? Expiry(View view)
    {
        if (!MachineReports.IsControlPlane(view.Machine))
        {
            return null;
        }

        var text = view.Machine.Metadata.Annotations.GetValueOrDefault(Annotations.CertificatesExpiry)
            ?? view.Bootstrap?.Object?.Metadata.Annotations.GetValueOrDefault(Annotations.CertificatesExpiry);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expiry) ? expiry : null;
    }
}
