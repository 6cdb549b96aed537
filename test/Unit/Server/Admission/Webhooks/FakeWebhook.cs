using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Slipway.Machinery.Pki;

namespace Slipway.Unit.Server.Admission.Webhooks;

/// <summary>A webhook server on loopback, over TLS, that answers by path.</summary>
internal sealed class FakeWebhook : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    private static readonly CertificateAuthority Authority =
        CertificateAuthority.Create("webhooks", Key(), Now.AddHours(-1), TimeSpan.FromDays(1));

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<JsonObject, JsonObject, Task<string>>> _answers = new(StringComparer.Ordinal);

    private FakeWebhook(WebApplication app) => _app = app;

    public static string CaBundle { get; } = Convert.ToBase64String(Encoding.UTF8.GetBytes(Authority.CertificatePem));

    public static string OtherCaBundle { get; } = Convert.ToBase64String(Encoding.UTF8.GetBytes(
        CertificateAuthority.Create("others", Key(), Now.AddHours(-1), TimeSpan.FromDays(1)).CertificatePem));

    public Uri Address => new(_app.Urls.First());

    /// <summary>The requests in the order in which they came, without their envelope.</summary>
    public ConcurrentQueue<(string Path, JsonObject Request)> Asked { get; } = new();

    /// <summary>The <c>traceparent</c> headers that came.</summary>
    public ConcurrentQueue<string> Parents { get; } = new();

    public IEnumerable<string> Paths => Asked.Select(a => a.Path);

    public static async Task<FakeWebhook> StartAsync(string host = "127.0.0.1")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        var certificate = Authority.Issue(new CertificateTerms("webhook", Now.AddHours(-1), TimeSpan.FromDays(1)) { Hosts = [host] }, Key()).ToX509();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.UseHttps(certificate)));
        var webhook = new FakeWebhook(builder.Build());
        webhook._app.Run(webhook.ServeAsync);
        await webhook._app.StartAsync(TestContext.Current.CancellationToken);
        return webhook;
    }

    /// <summary>Answers a path with what a function writes into the response; it sees the request.</summary>
    public FakeWebhook On(string path, Action<JsonObject, JsonObject> answer)
    {
        _answers[path] = (review, response) =>
        {
            answer((JsonObject)review["request"]!, response);
            review.Remove("request");
            review["response"] = response;
            return Task.FromResult(review.ToJsonString());
        };
        return this;
    }

    /// <summary>Answers a path with any text.</summary>
    public FakeWebhook OnRaw(string path, Func<Task<string>> answer)
    {
        _answers[path] = (_, _) => answer();
        return this;
    }

    public FakeWebhook Allow(string path) => On(path, (_, _) => { });

    public FakeWebhook Deny(string path, string message) => On(path, (_, response) =>
    {
        response["allowed"] = false;
        response["status"] = new JsonObject { ["message"] = message, ["code"] = 403, ["reason"] = "Forbidden" };
    });

    public FakeWebhook Patch(string path, string patch) => On(path, (_, response) =>
    {
        response["patchType"] = "JSONPatch";
        response["patch"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(patch));
    });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static PrivateKey Key() => PrivateKey.Generate(KeyAlgorithm.EcdsaP256);

    private async Task ServeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var review = JsonNode.Parse(await reader.ReadToEndAsync(context.RequestAborted))!.AsObject();
        var request = (JsonObject)review["request"]!;
        Asked.Enqueue((context.Request.Path.Value!, (JsonObject)request.DeepClone()));
        if (context.Request.Headers.TraceParent.ToString() is { Length: > 0 } parent)
        {
            Parents.Enqueue(parent);
        }

        var response = new JsonObject { ["uid"] = (string?)request["uid"], ["allowed"] = true };
        if (!_answers.TryGetValue(context.Request.Path.Value!, out var answer))
        {
            context.Response.StatusCode = 404;
            return;
        }

        await context.Response.WriteAsync(await answer(review, response), context.RequestAborted);
    }
}
