using System.Security.Cryptography;
using Slipway.Api.Conditions;
using Slipway.Api.ControlPlane;
using Slipway.Api.Core;
using Slipway.Api.Kubernetes;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Controllers.KubeadmControlPlanes.Upkeep;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Controllers.Shared;

using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Controllers.KubeadmControlPlanes;

/// <summary>Writes what a plan asks for.</summary>
/// <param name="client">The management cluster.</param>
/// <param name="maker">Makes certificates.</param>
/// <param name="etcd">Changes etcd clusters.</param>
/// <param name="upkeep">Writes into workload clusters.</param>
/// <param name="chronicle">Is told of each change.</param>
internal sealed class Changes(IClient client, CertificateMaker maker, EtcdHand etcd, WorkloadUpkeep upkeep, Chronicle chronicle)
{
    private readonly MachineMaker _machines = new(client);

    /// <summary>Writes the changes in order. The first refusal of one that others may rest on ends it; the rest waits for the next pass.</summary>
    /// <param name="view">What the plan was made of.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="cancellation">Ends the writes.</param>
    public async ValueTask<Applied> ApplyAsync(View view, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        var attempts = new Attempts();
        var plane = view.ControlPlane;
        foreach (var change in changes)
        {
            var done = await attempts.TryAsync(
                async () => plane = await ApplyAsync(view with { ControlPlane = plane }, change, cancellation),
                refusal => chronicle.Failed(view.ControlPlane, Reason(change, "Failed"), change.Sentence, refusal));
            if (!done && change is Change.PrepareRollout)
            {
                break;
            }
        }

        return new Applied(attempts, plane);
    }

    private async ValueTask<KubeadmControlPlane> ApplyAsync(View view, Change change, CancellationToken cancellation)
    {
        var plane = view.ControlPlane;
        switch (change)
        {
            case Change.KeepMachine or Change.KeepConfig or Change.KeepObject or Change.OwnTemplate:
                await KeepAsync(view, change, cancellation);
                return plane;
            case Change.PrepareRollout:
                await Told(plane, change, upkeep.PrepareAsync(view, cancellation));
                return plane;
            case Change.KeepAddOns:
                await Told(plane, change, upkeep.KeepAddOnsAsync(view, cancellation));
                return plane;
            case Change.Remediate remediate:
                return await RemediateAsync(view, remediate, cancellation);
            default:
                return await OperateAsync(view, change, cancellation);
        }
    }

    private async ValueTask KeepAsync(View view, Change change, CancellationToken cancellation)
    {
        try
        {
            switch (change)
            {
                case Change.KeepMachine keep:
                    await KeepMachineAsync(view, keep, cancellation);
                    break;
                case Change.KeepConfig keep:
                    await client.SaveAsync(keep.Before, keep.Before.WithMetadata(keep.Metadata), cancellation);
                    break;
                case Change.KeepObject keep:
                    await client.PatchMetadataAsync(keep.Type, keep.Before, keep.Metadata, cancellation);
                    break;
                case Change.OwnTemplate own:
                    await client.PatchMetadataAsync(own.Type.Type, own.Template, own.Metadata, cancellation);
                    break;
            }
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            // Gone meanwhile: there is nothing left to keep in step, and the next pass sees it.
            return;
        }

        chronicle.Kept(view.ControlPlane, change.Sentence);
    }

    // The Machine controller writes into the same object at the same time: what is known of the components is as true of
    // the newer state, so it is written into that one rather than found out once more.
    private async ValueTask KeepMachineAsync(View view, Change.KeepMachine keep, CancellationToken cancellation)
    {
        try
        {
            await client.SaveAsync(keep.Machine.Machine, keep.After, cancellation);
        }
        catch (ApiException e) when (e.IsConflict)
        {
            var present = await client.GetAsync<Api.Core.Machines.Machine>(keep.After.Metadata.Key, cancellation);
            if (present.Metadata.Uid == keep.After.Metadata.Uid && present.Metadata.IsDeleting == keep.After.Metadata.IsDeleting)
            {
                await client.SaveAsync(present, DesiredMachine.Update(view, keep.Machine with { Machine = present }), cancellation);
            }
        }
    }

    private async ValueTask<KubeadmControlPlane> OperateAsync(View view, Change change, CancellationToken cancellation)
    {
        var plane = view.ControlPlane;
        switch (change)
        {
            case Change.MakeCertificates:
                await maker.CompleteAsync(view.Certificates, view.Cluster!, plane, view.Config.ClusterConfiguration, cancellation);
                break;
            case Change.MakeKubeconfig make:
                await MakeKubeconfigAsync(view, make, cancellation);
                break;
            case Change.AdoptMachine adopt:
                await client.SaveAsync(
                    adopt.Machine.Machine, adopt.Machine.Machine.WithMetadata(adopt.Machine.Machine.Metadata.WithOwner(plane.AsController())), cancellation);
                break;
            case Change.CreateMachine create:
                await _machines.MakeAsync(view, create, cancellation);
                plane = create.RemediationFor is null
                    ? plane
                    : await client.SaveAsync(plane, plane.WithMetadata(plane.Metadata.WithoutAnnotation(Annotations.RemediationInProgress)), cancellation);
                break;
            case Change.DeleteMachine delete:
                if (plane.Metadata.IsDeleting || await etcd.LeaveAsync(view, delete.Machine, cancellation))
                {
                    await client.DeleteAsync(delete.Machine.Machine, cancellation);
                    break;
                }

                return plane;
            case Change.ReleaseMachine release:
                if (release.Member is { } member && !await etcd.RemoveAsync(view, release.Machine, member, cancellation))
                {
                    return plane;
                }

                await client.SaveAsync(release.Machine.Machine, Released(release.Machine), cancellation);
                break;
            case Change.RemoveMember remove:
                if (!await etcd.RemoveAsync(view, null, remove.Member, cancellation))
                {
                    return plane;
                }

                break;
        }

        chronicle.Did(plane, Reason(change, "Successful"), change.Sentence);
        return plane;
    }

    private async ValueTask Told(IKubernetesObject about, Change change, ValueTask<IReadOnlyList<string>> work)
    {
        foreach (var sentence in await work)
        {
            chronicle.Did(about, Reason(change, "Successful"), sentence);
        }
    }

    private async ValueTask MakeKubeconfigAsync(View view, Change.MakeKubeconfig make, CancellationToken cancellation)
    {
        var key = await maker.Keys.NextAsync(KeyAlgorithms.Of(view.Config.ClusterConfiguration), cancellation);
        Secret wanted;
        try
        {
            wanted = AdminKubeconfig.Make(view.Cluster!, make.Server, view.ControlPlane, view.Certificates.Authority!, key, view.Now);
        }
        catch (CryptographicException e)
        {
            throw new Runtime.Controllers.TerminalException(
                $"No kubeconfig can be made with Secret {CertificatePurpose.Cluster.SecretName(view.Cluster!.Metadata.Name)}: {e.Message}", e);
        }

        if (view.Kubeconfig is { } present)
        {
            await client.PatchAsync(present, present with { Data = wanted.Data }, ObjectPart.Main, cancellation);
        }
        else
        {
            // One that exists already is the user's, and stays.
            await client.TryCreateAsync(wanted, cancellation);
        }
    }

    private async ValueTask<KubeadmControlPlane> RemediateAsync(View view, Change.Remediate remediate, CancellationToken cancellation)
    {
        var plane = view.ControlPlane;
        var machine = remediate.Machine.Machine;
        if (remediate.Record is not null && !await etcd.LeaveAsync(view, remediate.Machine, cancellation))
        {
            return plane;
        }

        // Read anew: its conditions may have been written earlier in this pass.
        if (await client.TryGetAsync<Api.Core.Machines.Machine>(machine.Metadata.Key, cancellation) is not { } present || present.Metadata.Uid != machine.Metadata.Uid)
        {
            return plane;
        }

        var conditions = ConditionSet.Set(present.Status.Conditions, remediate.Answer, view.Now, present.Metadata.Generation);
        await client.SaveAsync(present, present with { Status = present.Status with { Conditions = conditions } }, cancellation);
        if (remediate.Record is { } record)
        {
            plane = await client.SaveAsync(plane, plane.WithMetadata(plane.Metadata.WithAnnotation(Annotations.RemediationInProgress, record)), cancellation);
            await client.DeleteAsync(present, cancellation);
        }

        chronicle.Did(plane, remediate.Record is null ? "RemediationRestricted" : "SuccessfulRemediation", remediate.Sentence);
        return plane;
    }

    private static Api.Core.Machines.Machine Released(ControlPlaneMachine machine) => machine.Machine.WithMetadata(
        machine.Machine.Metadata.WithoutAnnotation(Annotations.PreTerminateKubeadmControlPlaneCleanup));

    private static string Reason(Change change, string outcome) => change switch
    {
        Change.CreateMachine { Initializes: true } => outcome + "Initialization",
        Change.CreateMachine => outcome + "ScaleUp",
        Change.DeleteMachine => outcome + "ScaleDown",
        Change.ReleaseMachine => outcome + "Release",
        Change.RemoveMember => outcome + "EtcdMemberRemoval",
        Change.MakeCertificates or Change.MakeKubeconfig => outcome + "CertificateGeneration",
        Change.AdoptMachine => outcome + "Adoption",
        Change.PrepareRollout or Change.KeepAddOns => outcome + "WorkloadUpdate",
        _ => outcome + "Update",
    };
}
