namespace Slipway.App.Output;

/// <summary>How a result is shown.</summary>
internal enum OutputFormat
{
    /// <summary>For people: a table or a tree.</summary>
    Text,

    /// <summary>For people with wide screens: a table with all columns.</summary>
    Wide,

    /// <summary>Only the names, one a line.</summary>
    Name,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>YAML.</summary>
    Yaml,
}
