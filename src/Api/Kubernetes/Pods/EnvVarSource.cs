namespace Slipway.Api.Kubernetes.Pods;

/// <summary>Where the value of an environment variable comes from; one of these.</summary>
public sealed record EnvVarSource
{
    /// <summary>A key of a ConfigMap.</summary>
    public KeySelector? ConfigMapKeyRef { get; init; }

    /// <summary>A field of the pod.</summary>
    public ObjectFieldSelector? FieldRef { get; init; }

    /// <summary>A key of a file on a volume.</summary>
    public FileKeySelector? FileKeyRef { get; init; }

    /// <summary>A resource limit or request of a container.</summary>
    public ResourceFieldSelector? ResourceFieldRef { get; init; }

    /// <summary>A key of a secret.</summary>
    public KeySelector? SecretKeyRef { get; init; }
}
