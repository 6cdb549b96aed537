using System.CommandLine;
using Slipway.App.Management;
using Slipway.App.Output;
using Slipway.Server;
using Slipway.Server.Security.Tokens;

namespace Slipway.App.Commands;

/// <summary>The options that say who may reach a management plane, what is written down, and what is encrypted.</summary>
internal sealed class SecurityOptions
{
    private readonly Option<bool> _noAnonymous = new("--no-anonymous") { Description = "Let nobody in without credentials, not even to ask after health and version" };
    private readonly Option<string?> _tokens = File("--token-auth-file", "Tokens and whom they stand for: lines of token,user,uid,\"group1,group2\"");
    private readonly Option<string?> _audit = File("--audit-log", "Write every request to this file as a line of JSON (audit.k8s.io/v1)");
    private readonly Option<string?> _policy = File("--audit-policy", "Which requests are written and how much of them: an audit.k8s.io/v1 Policy");
    private readonly Option<string?> _encryption = File(
        "--encryption-key-file", "Keep resources encrypted: an EncryptionConfiguration with the providers aesgcm (the first key writes, all read) and identity");

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    public SecurityOptions(Command command)
    {
        foreach (var option in (Option[])[_noAnonymous, _tokens, _audit, _policy, _encryption])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Reads them.</summary>
    /// <param name="result">The command line.</param>
    /// <exception cref="CommandException">A file cannot be read, or is not what it must be.</exception>
    public PlaneSecurity Read(ParseResult result)
    {
        var policy = Text(result, _policy);
        var log = result.GetValue(_audit);
        if (policy is not null && log is null)
        {
            throw new CommandException(ExitCode.Usage, "--audit-policy says what is written, but nothing is: give --audit-log FILE as well.");
        }

        return new PlaneSecurity
        {
            Access = new AccessOptions { Anonymous = !result.GetValue(_noAnonymous), StaticTokens = Tokens(result) },
            Audit = log is null ? null : policy is null ? new AuditOptions(log) : new AuditOptions(log) { Policy = policy },
            Encryption = Text(result, _encryption),
        };
    }

    private IReadOnlyList<StaticToken> Tokens(ParseResult result)
    {
        try
        {
            return Text(result, _tokens) is { } text ? StaticToken.Parse(text) : [];
        }
        catch (FormatException e)
        {
            throw new CommandException(ExitCode.Usage, e.Message);
        }
    }

    private static string? Text(ParseResult result, Option<string?> option)
    {
        try
        {
            return result.GetValue(option) is { } path ? System.IO.File.ReadAllText(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Usage, $"The file of {option.Name} cannot be read: {e.Message}");
        }
    }

    private static Option<string?> File(string name, string description) => new(name) { Description = description, HelpName = "FILE" };
}
