namespace Slipway.Machinery.Patches;

/// <summary>Why a patch was refused.</summary>
public enum PatchFault
{
    /// <summary>The patch itself is not one: the client's mistake whatever the object (400).</summary>
    Malformed,

    /// <summary>The patch does not fit this object: a path is missing or has another type (422).</summary>
    NotApplicable,

    /// <summary>A <c>test</c> operation found another value (422).</summary>
    TestFailed,

    /// <summary>The patch has too many operations or would copy too much (413).</summary>
    TooLarge,
}
