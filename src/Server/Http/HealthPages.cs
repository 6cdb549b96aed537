using System.Text;
using Slipway.Server.Http.Answers;
using Slipway.Server.Http.Requests;

namespace Slipway.Server.Http;

/// <summary>The pages <c>/healthz</c>, <c>/livez</c> and <c>/readyz</c>, each with its checks below it.</summary>
internal sealed class HealthPages
{
    private readonly IReadOnlyList<HealthCheck> _ready;
    private readonly IReadOnlyList<HealthCheck> _live;

    /// <summary>Takes the checks.</summary>
    /// <param name="checks">What to ask besides that the server answers.</param>
    public HealthPages(IEnumerable<HealthCheck> checks)
    {
        _ready = [new("ping", static () => null), .. checks];
        _live = [.. _ready.Where(c => !c.IsOfReadinessOnly)];
    }

    /// <summary>Serves a page.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="parts">The parts of its path; the first is the page.</param>
    public ValueTask ServeAsync(Exchange exchange, string[] parts)
    {
        var checks = parts[0] == "readyz" ? _ready : _live;
        return parts.Length switch
        {
            1 => AllAsync(exchange, parts[0], checks),
            2 => OneAsync(exchange, checks.FirstOrDefault(c => c.Name == parts[1])),
            _ => Answer.NoSuchPathAsync(exchange),
        };
    }

    private static ValueTask AllAsync(Exchange exchange, string page, IReadOnlyList<HealthCheck> checks)
    {
        var query = exchange.Request.Query;
        var excluded = query["exclude"];
        var report = new StringBuilder();
        var failed = false;
        foreach (var check in checks)
        {
            if (excluded.Contains(check.Name))
            {
                report.Append($"[+]{check.Name} excluded: ok\n");
            }
            else if (check.Probe() is null)
            {
                report.Append($"[+]{check.Name} ok\n");
            }
            else
            {
                failed = true;
                report.Append($"[-]{check.Name} failed: reason withheld\n");
            }
        }

        if (excluded.Where(e => !checks.Any(c => c.Name == e)).Select(e => $"\"{e}\"").ToList() is { Count: > 0 } unknown)
        {
            report.Append($"warn: some health checks cannot be excluded: no matches for {string.Join(", ", unknown)}\n");
        }

        if (failed)
        {
            return Answer.TextAsync(exchange, 500, report.Append($"{page} check failed\n").ToString());
        }

        return Answer.TextAsync(exchange, 200, query.ContainsKey("verbose") ? report.Append($"{page} check passed\n").ToString() : "ok");
    }

    private static ValueTask OneAsync(Exchange exchange, HealthCheck? check)
    {
        if (check is null)
        {
            return Answer.NoSuchPathAsync(exchange);
        }

        return check.Probe() is { } fault
            ? Answer.TextAsync(exchange, 500, $"internal server error: {fault}\n")
            : Answer.TextAsync(exchange, 200, "ok");
    }
}
