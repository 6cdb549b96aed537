using Slipway.Api.Conditions;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Controllers.MachineSets;

/// <summary>Writes what a plan asks for.</summary>
/// <param name="client">Where to.</param>
/// <param name="chronicle">Is told of each change.</param>
internal sealed class Changes(IClient client, Chronicle chronicle)
{
    /// <summary>Writes the changes in order; one that is refused does not hide the others.</summary>
    /// <param name="view">What the plan was made of.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="cancellation">Ends the writes.</param>
    public async ValueTask<Attempts> ApplyAsync(View view, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        var attempts = new Attempts();
        foreach (var change in changes)
        {
            await attempts.TryAsync(
                () => ApplyAsync(view, change, cancellation),
                refusal => chronicle.Failed(view.Set, Reason(change, "Failed"), change.Sentence, refusal));
        }

        return attempts;
    }

    private async ValueTask ApplyAsync(View view, Change change, CancellationToken cancellation)
    {
        switch (change)
        {
            case Change.KeepMachine keep:
                if (await client.SaveAsync(keep.Before, keep.After, cancellation) != keep.Before)
                {
                    chronicle.Kept(view.Set, keep.Sentence);
                }

                return;
            case Change.KeepObject keep:
                await client.PatchMetadataAsync(keep.Object.Kind.Type, keep.Object.Object, keep.Metadata, cancellation);
                chronicle.Kept(view.Set, keep.Sentence);
                return;
            case Change.Remediate remediate:
                await RemediateAsync(view, remediate.Decision, cancellation);
                return;
            case Change.CreateMachine create:
                await CreateAsync(view, create, cancellation);
                break;
            case Change.DeleteMachine delete:
                await client.DeleteAsync(delete.Machine, cancellation);
                break;
            case Change.AdoptMachine adopt:
                await client.SaveAsync(adopt.Machine, adopt.Machine.WithMetadata(adopt.Machine.Metadata.WithOwner(view.Set.AsController())), cancellation);
                break;
            case Change.DeleteOrphan delete:
                await client.DeleteAsync(delete.Object.Kind.Type, delete.Object.Object, cancellation);
                break;
        }

        chronicle.Did(view.Set, Reason(change, "Successful"), change.Sentence);
    }

    private async ValueTask RemediateAsync(View view, Remediation.Decision decision, CancellationToken cancellation)
    {
        var machine = decision.Machine;
        var conditions = decision.OwnerRemediated is { } told
            ? ConditionSet.Set(machine.Status.Conditions, told, view.Now, machine.Metadata.Generation)
            : ConditionSet.Without(machine.Status.Conditions, ConditionTypes.OwnerRemediated);
        if (conditions != machine.Status.Conditions)
        {
            machine = await client.SaveAsync(machine, machine with { Status = machine.Status with { Conditions = conditions } }, cancellation);
            chronicle.Kept(view.Set, decision.Sentence);
        }

        if (decision.Replace)
        {
            await client.DeleteAsync(machine, cancellation);
            chronicle.Did(view.Set, "SuccessfulDelete", decision.Sentence);
        }
    }

    /// <summary>The Machine comes last, because it needs the other two; when it cannot be made they are taken away again.</summary>
    private async ValueTask CreateAsync(View view, Change.CreateMachine create, CancellationToken cancellation)
    {
        var made = new List<(ContractKind Kind, Unstructured Object)>(2);
        try
        {
            if (view is { BootstrapTemplate.Object: { } bootstrap, BootstrapKind: { } bootstrapKind })
            {
                made.Add((bootstrapKind, await client.CreateAsync(bootstrapKind.Type, Clone(view, create.Name).From(bootstrap), cancellation)));
            }

            if (view is { InfrastructureTemplate.Object: { } infrastructure, InfrastructureKind: { } infrastructureKind })
            {
                made.Add((infrastructureKind, await client.CreateAsync(infrastructureKind.Type, Clone(view, create.Name).From(infrastructure), cancellation)));
            }

            await client.CreateAsync(DesiredMachine.Make(view.Set, create.Name), cancellation);
        }
        catch (ApiException)
        {
            foreach (var (kind, value) in made)
            {
                await client.DeleteAsync(kind.Type, value, cancellation);
            }

            throw;
        }
    }

    private static TemplateClone Clone(View view, string name) => new()
    {
        Name = name,
        Namespace = view.Set.Metadata.Namespace,
        ClusterName = view.Set.Spec.ClusterName,
        Owner = view.Set.AsOwner(),
        Labels = DesiredMachine.LabelsOf(view.Set),
        Annotations = DesiredMachine.AnnotationsOf(view.Set),
    };

    private static string Reason(Change change, string outcome) => change switch
    {
        Change.CreateMachine => outcome + "Create",
        Change.DeleteMachine or Change.DeleteOrphan or Change.Remediate => outcome + "Delete",
        Change.AdoptMachine => outcome + "Adopt",
        _ => outcome + "Update",
    };
}
