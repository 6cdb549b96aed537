namespace Slipway.Machinery.Yaml;

/// <summary>A text that is not the YAML wanted; the message begins with <c>file:line:column</c>.</summary>
/// <param name="fileName">Where the text came from.</param>
/// <param name="line">The line of the fault, from 1.</param>
/// <param name="column">The character within the line, from 1.</param>
/// <param name="fault">What is wrong, without the place.</param>
public sealed class YamlFormatException(string fileName, long line, long column, string fault)
    : FormatException($"{fileName}:{line}:{column}: {fault}")
{
    /// <summary>What is wrong, without the place.</summary>
    public string Fault { get; } = fault;

    /// <summary>The line of the fault, from 1.</summary>
    public long Line { get; } = line;

    /// <summary>The character within the line, from 1.</summary>
    public long Column { get; } = column;
}
