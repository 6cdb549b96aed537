using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Clients.Http;

namespace Slipway.Unit.Support.Linearizability;

/// <summary>
/// Clients that create, change, delete, read and list a few ConfigMaps at the same time, and write down what they did and what
/// they were answered. Every value is written once, and every change names the version it was made of.
/// </summary>
/// <param name="cancellation">Ends all calls.</param>
internal sealed class ObjectClients(CancellationToken cancellation)
{
    private const int Objects = 3;
    private const string Absent = "-";

    private static readonly ResourceType Type = new("", "v1", "ConfigMap", "configmaps");

    private readonly ConcurrentQueue<Operation> _history = new();
    private long _clock;

    /// <summary>The state before anything was done.</summary>
    public static string Initial { get; } = string.Join(',', Enumerable.Repeat(Absent, Objects));

    /// <summary>All calls so far.</summary>
    public IReadOnlyCollection<Operation> History => _history;

    /// <summary>Makes calls one after another.</summary>
    /// <param name="name">The client's name.</param>
    /// <param name="servers">Where to call; where one does not answer, the next.</param>
    /// <param name="calls">How many calls.</param>
    /// <param name="made">Is told how many were made.</param>
    public async Task RunAsync(string name, IReadOnlyList<IClient> servers, int calls, Action<int>? made = null)
    {
        var random = new Random(name.Sum(c => c));
        var known = new (string Value, string Version)[Objects];
        Array.Fill(known, (Absent, ""));
        var server = 0;
        for (var call = 1; call <= calls; call++)
        {
            var at = random.Next(Objects);
            var isAnswered = random.Next(10) switch
            {
                < 3 => await GetAsync(servers[server], at, known),
                3 => await ListAsync(servers[server], known),
                _ when known[at].Version.Length == 0 => await CreateAsync(servers[server], at, $"{name}{call}", known),
                < 6 => await DeleteAsync(servers[server], at, known),
                _ => await UpdateAsync(servers[server], at, $"{name}{call}", known),
            };
            server = isAnswered ? server : (server + 1) % servers.Count;
            made?.Invoke(call);
        }
    }

    private static ObjectTarget Target(int at) => new(Type, "default", $"register-{at}");

    private static ReadOnlyMemory<byte> Body(int at, string value, string version) => Encoding.UTF8.GetBytes(
        $$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"register-{{{at}}}","resourceVersion":"{{{version}}}"},"data":{"value":"{{{value}}}"}}""");

    private static (string Value, string Version) Read(ReadOnlyMemory<byte> json)
    {
        var tree = JsonNode.Parse(json.Span)!;
        return ((string)tree["data"]!["value"]!, (string)tree["metadata"]!["resourceVersion"]!);
    }

    private static string With(string state, int at, string value)
    {
        var values = state.Split(',');
        values[at] = value;
        return string.Join(',', values);
    }

    private static string Of(string state, int at) => state.Split(',')[at];

    private Task<bool> GetAsync(IClient client, int at, (string Value, string Version)[] known) => CallAsync(
        $"get {at}",
        async () =>
        {
            known[at] = Read(await client.GetAsync(Target(at), cancellation));
            var seen = known[at].Value;
            return ($"= {seen}", s => Of(s, at) == seen ? s : null);
        },
        fault =>
        {
            known[at] = fault.IsNotFound ? (Absent, "") : known[at];
            return fault.IsNotFound ? s => Of(s, at) == Absent ? s : null : null;
        },
        whenLost: null);

    private Task<bool> ListAsync(IClient client, (string Value, string Version)[] known) => CallAsync(
        "list",
        async () =>
        {
            var list = await client.ListAsync(new ListRequest(Type) { Namespace = "default" }, cancellation);
            Array.Fill(known, (Absent, ""));
            foreach (var item in list.Items)
            {
                var name = (string)JsonNode.Parse(item.Span)!["metadata"]!["name"]!;
                if (name.StartsWith("register-", StringComparison.Ordinal))
                {
                    known[name[^1] - '0'] = Read(item);
                }
            }

            var seen = string.Join(',', known.Select(k => k.Value));
            return ($"= {seen}", s => s == seen ? s : null);
        },
        _ => null,
        whenLost: null);

    private Task<bool> CreateAsync(IClient client, int at, string value, (string Value, string Version)[] known) => CallAsync(
        $"create {at} {value}",
        async () =>
        {
            known[at] = Read(await client.CreateAsync(Target(at) with { Name = "" }, Body(at, value, ""), WriteOptions.Default, cancellation));
            return ("done", s => Of(s, at) == Absent ? With(s, at, value) : null);
        },
        fault => fault.IsAlreadyExists ? s => Of(s, at) != Absent ? s : null : null,
        s => Of(s, at) == Absent ? With(s, at, value) : null);

    private Task<bool> UpdateAsync(IClient client, int at, string value, (string Value, string Version)[] known)
    {
        var before = known[at];
        return CallAsync(
            $"update {at} {before.Value} to {value}",
            async () =>
            {
                known[at] = Read(await client.UpdateAsync(Target(at), Body(at, value, before.Version), WriteOptions.Default, cancellation));
                return ("done", s => Of(s, at) == before.Value ? With(s, at, value) : null);
            },
            fault => Refused(fault, at, before.Value, known),
            s => Of(s, at) == before.Value ? With(s, at, value) : null);
    }

    private Task<bool> DeleteAsync(IClient client, int at, (string Value, string Version)[] known)
    {
        var before = known[at];
        return CallAsync(
            $"delete {at} {before.Value}",
            async () =>
            {
                await client.DeleteAsync(Target(at), new DeleteOptions { ResourceVersion = before.Version }, cancellation);
                known[at] = (Absent, "");
                return ("done", s => Of(s, at) == before.Value ? With(s, at, Absent) : null);
            },
            fault => Refused(fault, at, before.Value, known),
            s => Of(s, at) == before.Value ? With(s, at, Absent) : null);
    }

    private static Func<string, string?>? Refused(ApiException fault, int at, string before, (string Value, string Version)[] known)
    {
        if (fault.IsNotFound)
        {
            known[at] = (Absent, "");
            return s => Of(s, at) == Absent ? s : null;
        }

        return fault.IsConflict ? s => Of(s, at) is var now && now != Absent && now != before ? s : null : null;
    }

    private async Task<bool> CallAsync(
        string text,
        Func<Task<(string Answer, Func<string, string?> Apply)>> call,
        Func<ApiException, Func<string, string?>?> refused,
        Func<string, string?>? whenLost)
    {
        var begin = Interlocked.Increment(ref _clock);
        try
        {
            var (answer, apply) = await call();
            _history.Enqueue(new Operation(begin, Interlocked.Increment(ref _clock), $"{text} {answer}", apply));
            return true;
        }
        catch (ApiException e) when (refused(e) is { } apply)
        {
            _history.Enqueue(new Operation(begin, Interlocked.Increment(ref _clock), $"{text} {e.Reason}", apply));
            return true;
        }
        catch (Exception e) when (e is ApiException or ServerUnreachableException)
        {
            // No answer, or one that does not tell: a read says nothing then, a write may have happened.
            if (whenLost is not null)
            {
                _history.Enqueue(new Operation(begin, long.MaxValue, $"{text} lost: {e.Message}", whenLost));
            }

            return false;
        }
    }
}
