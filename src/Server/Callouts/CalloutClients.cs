using System.Diagnostics;
using Slipway.Server.Tracing;

namespace Slipway.Server.Callouts;

/// <summary>
/// Calls webhooks. Those with the same authorities share a client; the number of clients is bounded, and the one that was
/// not used for longest makes room. Safe for concurrent use.
/// </summary>
/// <param name="services">Where Services are; null where there are none.</param>
/// <param name="clock">The clock of timeouts and certificates.</param>
internal sealed class CalloutClients(ServiceResolver? services, TimeProvider clock) : IDisposable
{
    private const int MostClients = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, CalloutClient> _clients = new(StringComparer.Ordinal);
    private long _uses;

    /// <summary>The clock of timeouts.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Posts a body to a webhook and reads the answer.</summary>
    /// <param name="address">The webhook.</param>
    /// <param name="body">UTF-8 JSON.</param>
    /// <param name="timeout">How long to wait; the webhook is told.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="CalloutException">There is no answer that can be used; the message says what was tried and why it failed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up, not the timeout.</exception>
    public async ValueTask<byte[]> PostAsync(CalloutAddress address, ReadOnlyMemory<byte> body, TimeSpan timeout, CancellationToken cancellation)
    {
        var url = WithTimeout(address.Url, timeout);
        using var span = Spans.Callout(address.Url);
        using var deadline = new CancellationTokenSource(timeout, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            var answer = await Client(address.Authorities).PostAsync(url, body, Activity.Current?.Id ?? "", end.Token);
            Spans.End(span, 200);
            return answer;
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            Spans.End(span, 0);
            throw new CalloutException($"Post \"{url}\": context deadline exceeded", e);
        }
        catch (CalloutException e)
        {
            Spans.End(span, e.Code);
            throw new CalloutException($"Post \"{url}\": {e.Message}", e) { Code = e.Code };
        }
    }

    /// <summary>Closes all connections.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var client in _clients.Values)
            {
                client.Dispose();
            }

            _clients.Clear();
        }
    }

    private static Uri WithTimeout(Uri url, TimeSpan timeout) => new UriBuilder(url) { Query = $"timeout={timeout.TotalSeconds:0}s" }.Uri;

    private CalloutClient Client(string authorities)
    {
        lock (_gate)
        {
            if (!_clients.TryGetValue(authorities, out var client))
            {
                client = new CalloutClient(authorities, services, clock);
                if (_clients.Count >= MostClients)
                {
                    // Calls under way over its connections still come to their end.
                    _clients.Remove(_clients.MinBy(c => c.Value.LastUse).Key, out var oldest);
                    oldest!.Dispose();
                }

                _clients[authorities] = client;
            }

            client.LastUse = ++_uses;
            return client;
        }
    }
}
