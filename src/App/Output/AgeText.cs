namespace Slipway.App.Output;

/// <summary>Ages as people read them.</summary>
internal static class AgeText
{
    /// <summary>An age in the style of kubectl: <c>5s</c>, <c>3m</c>, <c>4h</c>, <c>2d</c>.</summary>
    /// <param name="age">The age; a negative one counts as none.</param>
    public static string Of(TimeSpan age) => age switch
    {
        { TotalSeconds: < 1 } => "0s",
        { TotalSeconds: < 120 } => $"{(int)age.TotalSeconds}s",
        { TotalMinutes: < 120 } => $"{(int)age.TotalMinutes}m",
        { TotalHours: < 48 } => $"{(int)age.TotalHours}h",
        _ => $"{(int)age.TotalDays}d",
    };
}
