using Slipway.Api.Bootstrap;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Controllers.KubeadmControlPlanes;

/// <summary>Makes Machines with what belongs to them.</summary>
/// <param name="client">The management cluster.</param>
internal sealed class MachineMaker(IClient client)
{
    /// <summary>Makes an infrastructure object, a KubeadmConfig and a Machine; where one is refused, those made before it are taken back.</summary>
    /// <param name="view">What is.</param>
    /// <param name="create">What is to be made.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public async ValueTask MakeAsync(View view, Change.CreateMachine create, CancellationToken cancellation)
    {
        if (view.Template is not { Found: true } template || view.InfrastructureKind is not { } kind)
        {
            return;
        }

        var infrastructure = await client.CreateAsync(kind.Type, Clone(view, create).From(template.Object), cancellation);
        KubeadmConfig? config = null;
        try
        {
            config = await client.CreateAsync(DesiredMachine.MakeConfig(view, create), cancellation);
            await client.CreateAsync(DesiredMachine.Make(view, create, kind), cancellation);
        }
        catch (ApiException)
        {
            if (config is not null)
            {
                await client.DeleteAsync(config, cancellation);
            }

            await client.DeleteAsync(kind.Type, infrastructure, cancellation);
            throw;
        }
    }

    private static TemplateClone Clone(View view, Change.CreateMachine create) => new()
    {
        Name = create.Name,
        Namespace = view.ControlPlane.Metadata.Namespace,
        ClusterName = view.Cluster!.Metadata.Name,
        Owner = view.ControlPlane.AsOwner(),
        Labels = DesiredMachine.LabelsOf(view),
        Annotations = DesiredMachine.AnnotationsOf(view),
    };
}
