using System.Text;
using Slipway.Server.Http.Answers;
using Slipway.Server.Http.Requests;

namespace Slipway.Server.Http;

/// <summary>The pages <c>/healthz</c>, <c>/livez</c> and <c>/readyz</c>, each with its checks below it.</summary>
/// <param name="checks">What to ask besides that the server answers.</param>
internal sealed class HealthPages(IReadOnlyList<HealthCheck> checks)
{
    private readonly IReadOnlyList<HealthCheck> _checks = [new("ping", static () => null), .. checks];

    /// <summary>Serves a page.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="parts">The parts of its path; the first is the page.</param>
    public ValueTask ServeAsync(Exchange exchange, string[] parts)
    {
        var page = parts[0];
        if (parts.Length > 2)
        {
            return Answer.NoSuchPathAsync(exchange);
        }

        if (parts.Length == 2)
        {
            return One(exchange, parts[1]);
        }

        var excluded = exchange.Request.Query["exclude"];
        var report = new StringBuilder();
        var failed = false;
        foreach (var check in _checks)
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

        if (failed)
        {
            return Answer.TextAsync(exchange, 500, report.Append($"{page} check failed\n").ToString());
        }

        return Answer.TextAsync(
            exchange, 200, exchange.Request.Query.ContainsKey("verbose") ? report.Append($"{page} check passed\n").ToString() : "ok");
    }

    private ValueTask One(Exchange exchange, string name)
    {
        if (_checks.FirstOrDefault(c => c.Name == name) is not { } check)
        {
            return Answer.NoSuchPathAsync(exchange);
        }

        return check.Probe() is { } fault
            ? Answer.TextAsync(exchange, 500, $"internal server error: {fault}\n")
            : Answer.TextAsync(exchange, 200, "ok");
    }
}
