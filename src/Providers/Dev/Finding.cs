namespace Slipway.Providers.Dev;

/// <summary>One condition as a backend found it.</summary>
/// <param name="Type">The condition.</param>
/// <param name="Status"><c>True</c>, <c>False</c> or <c>Unknown</c>.</param>
/// <param name="Reason">Why, for programs.</param>
/// <param name="Message">Why, for people; empty where the reason says it all.</param>
internal sealed record Finding(string Type, string Status, string Reason, string Message = "")
{
    /// <summary>As it should be.</summary>
    /// <param name="type">The condition.</param>
    /// <param name="reason">Why, for programs.</param>
    public static Finding Good(string type, string reason) => new(type, "True", reason);

    /// <summary>Not as it should be, or not yet.</summary>
    /// <param name="type">The condition.</param>
    /// <param name="reason">Why, for programs.</param>
    /// <param name="message">Why, for people: what is waited for, what to do.</param>
    public static Finding Bad(string type, string reason, string message) => new(type, "False", reason, message);
}
