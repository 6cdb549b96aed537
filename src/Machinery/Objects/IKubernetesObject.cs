namespace Slipway.Machinery.Objects;

/// <summary>Any object with metadata, typed or not.</summary>
public interface IKubernetesObject
{
    /// <summary>The object's <c>group/version</c>.</summary>
    string ApiVersion { get; }

    /// <summary>The object's kind.</summary>
    string Kind { get; }

    /// <summary>The object's metadata.</summary>
    ObjectMeta Metadata { get; }
}
