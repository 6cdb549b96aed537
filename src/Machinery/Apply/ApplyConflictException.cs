namespace Slipway.Machinery.Apply;

/// <summary>Others own fields that were to be applied with other values.</summary>
/// <param name="conflicts">Each field of each owner.</param>
public sealed class ApplyConflictException(IReadOnlyList<ApplyConflict> conflicts) : Exception(ApplyConflict.Describe(conflicts))
{
    /// <summary>Each field of each owner.</summary>
    public IReadOnlyList<ApplyConflict> Conflicts { get; } = conflicts;
}
