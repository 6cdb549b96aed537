using Slipway.Machinery.Cel;
using Slipway.Machinery.Cel.Syntax;

namespace Slipway.Machinery.Schemas;

/// <summary>A CEL rule ready to run.</summary>
/// <param name="Source">The rule as it is written.</param>
/// <param name="Program">The rule; null where it does not compile.</param>
/// <param name="Message">The message expression; null where there is none.</param>
/// <param name="Fault">Why it does not compile; empty where it does.</param>
internal sealed record CompiledRule(ValidationRule Source, CelProgram? Program, CelProgram? Message, string Fault)
{
    private static readonly string[] Variables = ["self", "oldSelf"];

    /// <summary>Whether the rule compares with the value before, so that it holds only where there was one.</summary>
    public bool IsTransition => !Source.OptionalOldSelf && UsesOld;

    /// <summary>Whether the rule mentions the value before.</summary>
    public bool UsesOld => Program?.Uses.Contains("oldSelf") == true;

    /// <summary>What to say where the message expression does not tell.</summary>
    public string DefaultMessage => Source.Message.Trim() is { Length: > 0 } message ? message : $"failed rule: {Source.Rule.Trim()}";

    /// <summary>Compiles a rule.</summary>
    public static CompiledRule Of(ValidationRule rule)
    {
        try
        {
            return new(rule, CelProgram.Compile(rule.Rule, Variables), rule.MessageExpression.Trim().Length > 0 ? CelProgram.Compile(rule.MessageExpression, Variables) : null, "");
        }
        catch (CelException e)
        {
            return new(rule, null, null, e.Message);
        }
    }
}
