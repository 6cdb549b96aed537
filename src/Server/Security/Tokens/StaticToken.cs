namespace Slipway.Server.Security.Tokens;

/// <summary>A token that the server's owner hands out by himself.</summary>
/// <param name="Token">The secret.</param>
/// <param name="Caller">Whom it stands for.</param>
public sealed record StaticToken(string Token, Caller Caller)
{
    /// <summary>Reads a file of tokens: one a line, <c>token,user,uid</c> and maybe <c>,"group1,group2"</c>; lines that begin with <c>#</c> are passed over.</summary>
    /// <param name="text">The file.</param>
    /// <exception cref="FormatException">A line is not of that form; the message has its number, never the token.</exception>
    public static IReadOnlyList<StaticToken> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<StaticToken>();
        var number = 0;
        foreach (var line in text.Split('\n').Select(l => l.Trim()))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var fields = line.Split(',', 4).Select(f => f.Trim().Trim('"')).ToArray();
            if (fields.Length < 3 || fields[0].Length == 0 || fields[1].Length == 0)
            {
                throw new FormatException($"Line {number} of the token file is not of the form token,user,uid[,\"group1,group2\"].");
            }

            var groups = fields.Length > 3 ? fields[3].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
            tokens.Add(new StaticToken(fields[0], new Caller(fields[1], [.. groups, Caller.Authenticated]) { Uid = fields[2] }));
        }

        return tokens;
    }

    /// <summary>The token without its secret.</summary>
    public override string ToString() => $"token of {Caller.Name}";
}
