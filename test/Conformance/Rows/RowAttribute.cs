namespace Slipway.Conformance.Rows;

/// <summary>Marks a test of one row. A test may stand for several.</summary>
/// <param name="id">The row's id.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class RowAttribute(string id) : Attribute
{
    /// <summary>The row's id.</summary>
    public string Id { get; } = id;

    /// <summary>
    /// Why the test cannot pass yet. Such a test is run all the same and must fail; when it begins to pass, it fails the build
    /// until this is taken away. Empty where the test must pass.
    /// </summary>
    public string Pending { get; init; } = "";
}
