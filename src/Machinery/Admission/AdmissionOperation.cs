namespace Slipway.Machinery.Admission;

/// <summary>What a write does.</summary>
public enum AdmissionOperation
{
    /// <summary>A new object.</summary>
    Create,

    /// <summary>A change of an object.</summary>
    Update,

    /// <summary>The end of an object.</summary>
    Delete,

    /// <summary>A connection into an object, for example to a port of a pod.</summary>
    Connect,
}
