namespace Slipway.App.Dashboard;

/// <summary>Which conditions a tree shows below an object.</summary>
internal enum ConditionChoice
{
    /// <summary>Only the one that sums it up, on the object's own line.</summary>
    Main,

    /// <summary>All.</summary>
    All,
}
