namespace Slipway.Api.Kubernetes.Pods;

/// <summary>The env var source.</summary>
public sealed record EnvVarSource
{
    /// <summary>The config map key ref.</summary>
    public KeySelector? ConfigMapKeyRef { get; init; }

    /// <summary>The field ref.</summary>
    public ObjectFieldSelector? FieldRef { get; init; }

    /// <summary>The file key ref.</summary>
    public FileKeySelector? FileKeyRef { get; init; }

    /// <summary>The resource field ref.</summary>
    public ResourceFieldSelector? ResourceFieldRef { get; init; }

    /// <summary>The secret key ref.</summary>
    public KeySelector? SecretKeyRef { get; init; }
}
