namespace Slipway.Machinery.Json;

/// <summary>A text that is not the JSON wanted.</summary>
/// <param name="fault">What is wrong, without the place.</param>
/// <param name="line">The line of the fault, from 1.</param>
/// <param name="column">The byte within the line, from 1.</param>
public sealed class StrictJsonException(string fault, long line, long column) : FormatException($"line {line}, column {column}: {fault}")
{
    /// <summary>What is wrong, without the place.</summary>
    public string Fault { get; } = fault;

    /// <summary>The line of the fault, from 1.</summary>
    public long Line { get; } = line;

    /// <summary>The byte within the line, from 1.</summary>
    public long Column { get; } = column;
}
