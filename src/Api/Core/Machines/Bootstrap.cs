using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.Machines;

/// <summary>How a machine becomes a node: by an object that makes a script, or by a script that is there already.</summary>
public sealed record Bootstrap
{
    /// <summary>The bootstrap object, for example a KubeadmConfig; in a template, the template of it.</summary>
    public ContractVersionedObjectReference? ConfigRef { get; init; }

    /// <summary>The secret that holds the script; set by the controller where configRef is given.</summary>
    [Limits(MinLength = 0, MaxLength = 253)]
    public string? DataSecretName { get; init; }
}
