using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Extensions;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Server.Http.Requests;
using Slipway.Server.Objects;
using Slipway.Server.Security;
using Slipway.Server.Security.Audit;

namespace Slipway.Server.Http.Access;

/// <summary>Writes down requests as events of <c>audit.k8s.io/v1</c>, one JSON line for each stage that the policy wants.</summary>
/// <param name="policy">What is written.</param>
/// <param name="log">Where to.</param>
/// <param name="clock">When things happened.</param>
internal sealed class AuditTrail(AuditPolicy policy, AuditLog log, TimeProvider clock)
{
    private const string Received = "RequestReceived";
    private const string Started = "ResponseStarted";
    private const string Complete = "ResponseComplete";
    private const string Panic = "Panic";

    private static readonly System.Text.Json.Serialization.Metadata.JsonTypeInfo<Status> StatusType = KubernetesJson.Of<Status>(KubernetesJson.Default);

    /// <summary>Begins the record of a request whose caller is known.</summary>
    /// <param name="exchange">The request.</param>
    public async ValueTask BeginAsync(Exchange exchange)
    {
        var record = Open(exchange, exchange.Impersonator ?? exchange.Caller);
        await AddAsync(exchange, record, Received);
        if (exchange.Path.LongRunning && Wants(record, Started))
        {
            // What lives long is told of when its answer begins, and again at its end.
            exchange.Response.OnStarting(() => AddAsync(exchange, record, Started).AsTask());
        }
    }

    /// <summary>Ends the record; where it never began, the caller could not be made out.</summary>
    /// <param name="exchange">The request.</param>
    public ValueTask EndAsync(Exchange exchange)
    {
        var record = exchange.Audit ?? Open(exchange, exchange.IsIdentified ? exchange.Caller : null);
        return AddAsync(exchange, record, exchange.Refused?.Code == 500 ? Panic : Complete);
    }

    private static bool Wants(AuditRecord record, string stage) =>
        record.Choice.Level != AuditLevel.None && !record.Choice.OmitStages.Contains(stage);

    private AuditRecord Open(Exchange exchange, Caller? caller)
    {
        var record = new AuditRecord(policy.Choose(caller, Doorkeeper.Request(exchange)));
        exchange.Audit = record;
        exchange.Began = clock.GetUtcNow();
        return record;
    }

    private async ValueTask AddAsync(Exchange exchange, AuditRecord record, string stage)
    {
        if (Wants(record, stage))
        {
            // A record is written even where its client is gone.
            await log.AddAsync([.. ObjectBytes.WriteAny(Event(exchange, record, stage)), (byte)'\n'], CancellationToken.None);
        }
    }

    private JsonObject Event(Exchange exchange, AuditRecord record, string stage)
    {
        var happened = new JsonObject
        {
            ["kind"] = "Event",
            ["apiVersion"] = "audit.k8s.io/v1",
            ["level"] = record.Choice.Level.ToString(),
            ["auditID"] = exchange.AuditId,
            ["stage"] = stage,
            ["requestURI"] = exchange.Request.GetEncodedPathAndQuery(),
            ["verb"] = exchange.Path.Verb,
            ["user"] = exchange.IsIdentified ? UserJson.Write(exchange.Impersonator ?? exchange.Caller) : new JsonObject(),
        };
        if (exchange.Impersonator is not null)
        {
            happened["impersonatedUser"] = UserJson.Write(exchange.Caller);
        }

        if (exchange.Http.Connection.RemoteIpAddress is { } address)
        {
            happened["sourceIPs"] = new JsonArray(address.ToString());
        }

        if (exchange.UserAgent.Length > 0)
        {
            happened["userAgent"] = exchange.UserAgent;
        }

        if (exchange.Path.IsResource)
        {
            happened["objectRef"] = Reference(exchange.Path, record);
        }

        if (stage != Received)
        {
            happened["responseStatus"] = exchange.Refused is { } refused
                ? JsonSerializer.SerializeToNode(refused, StatusType)
                : new JsonObject { ["metadata"] = new JsonObject(), ["code"] = exchange.Response.StatusCode };
            record.AddBodies(happened);
        }

        happened["requestReceivedTimestamp"] = Time(exchange.Began);
        happened["stageTimestamp"] = Time(clock.GetUtcNow());
        if (Annotations(exchange, record) is { Count: > 0 } annotations)
        {
            happened["annotations"] = annotations;
        }

        return happened;
    }

    private static JsonObject Reference(RequestPath path, AuditRecord record)
    {
        var reference = new JsonObject { ["resource"] = path.Resource };
        void Add(string name, string text)
        {
            if (text.Length > 0)
            {
                reference[name] = text;
            }
        }

        Add("namespace", path.Namespace);
        Add("name", path.Name.Length > 0 ? path.Name : record.ResultName);
        Add("apiGroup", path.Group);
        Add("apiVersion", path.Version);
        Add("subresource", path.Subresource);
        return reference;
    }

    private static JsonObject Annotations(Exchange exchange, AuditRecord record)
    {
        var annotations = new JsonObject();
        if (exchange.Decision is { } decision)
        {
            annotations["authorization.k8s.io/decision"] = decision.Allowed ? "allow" : "forbid";
            annotations["authorization.k8s.io/reason"] = decision.Reason;
        }

        foreach (var (key, value) in record.Annotations)
        {
            annotations[key] = value;
        }

        if (record.IsTruncated)
        {
            annotations["audit.k8s.io/truncated"] = "true";
        }

        return annotations;
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
