using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Slipway.Runtime.Clients;
using Slipway.Server.Http.Access;
using Slipway.Server.Http.Answers;
using Slipway.Server.Http.Requests;
using Slipway.Server.Http.Streams;

namespace Slipway.Server.Http;

/// <summary>
/// Every request's way: headers, who asks, a place among the limited ones, whether he may, the verb; and the one boundary
/// where failures become a Status.
/// </summary>
/// <param name="options">What is served.</param>
/// <param name="drain">Whether requests are still taken.</param>
/// <param name="stopping">The server stops: watches and streams end.</param>
internal sealed class ApiApplication(HttpHostOptions options, Drain drain, CancellationToken stopping) : IHttpApplication<HttpContext>
{
    /// <summary>The word that the world has for requests whose client went away before the answer.</summary>
    private const int ClientClosedRequest = 499;

    private readonly ILogger _log = options.Logs.CreateLogger<ApiApplication>();
    private readonly InFlightLimit _limit = new(options.MaxInFlight.Reads, options.MaxInFlight.Writes);
    private readonly Doorkeeper _door = new(options.Access);
    private readonly ResourceRoutes _resources = new(options.Registry, options.Verbs, options.Metrics.Requests, options.Clock);
    private readonly PageRoutes _pages = new(options);
    private readonly PortForwardRoute _ports = new(options.StreamHandlers, options.Verbs, options.Logs.CreateLogger<PortForwardRoute>());

    /// <inheritdoc/>
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    /// <inheritdoc/>
    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // Kestrel owns all that the context holds.
    }

    /// <inheritdoc/>
    public async Task ProcessRequestAsync(HttpContext context)
    {
        var request = context.Request;
        var given = request.Headers["Audit-ID"].ToString();
        var exchange = new Exchange(
            context,
            RequestPath.Parse(request.Method, request.Path.Value ?? "/", request.Query),
            given.Length is > 0 and <= 64 ? given : options.Random.NextUid());
        context.Response.Headers["Audit-Id"] = exchange.AuditId;
        context.Response.Headers.CacheControl = "no-cache, private";
        var record = RequestRecord.Begin(exchange, options);
        try
        {
            await AnswerAsync(exchange);
        }
        finally
        {
            record.End(context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted ? ClientClosedRequest : context.Response.StatusCode);
        }
    }

    private async Task AnswerAsync(Exchange exchange)
    {
        var context = exchange.Http;
        try
        {
            await TakeAsync(exchange);
        }
        catch (ApiException e) when (!context.Response.HasStarted)
        {
            await RefuseAsync(exchange, e);
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer; what failed, failed because of that.
            _ = e;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !context.Response.HasStarted)
        {
            // A watch that came in this moment; those that stand have ended by themselves.
            await RefuseAsync(exchange, Refusal.Stopping());
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await RefuseAsync(exchange, Refusal.BadRequest(e.Message));
        }
        catch (Exception e)
        {
            await FailAsync(exchange, e);
        }

        if (options.Audit is { } audit)
        {
            await audit.EndAsync(exchange);
        }
    }

    private async ValueTask TakeAsync(Exchange exchange)
    {
        if (!drain.TryEnter())
        {
            // Whoever still holds a connection may learn that the server is no longer ready.
            if (exchange.Path.IsResource)
            {
                exchange.Response.Headers.Connection = exchange.Request.Protocol == "HTTP/1.1" ? "close" : default;
                throw Refusal.Stopping();
            }

            await AdmitAsync(exchange);
            return;
        }

        var stands = exchange.Path.LongRunning;
        if (stands)
        {
            // Watches and streams are not waited for: they are told to end.
            drain.Leave();
        }

        try
        {
            await AdmitAsync(exchange);
        }
        finally
        {
            if (!stands)
            {
                drain.Leave();
            }
        }
    }

    private async ValueTask AdmitAsync(Exchange exchange)
    {
        await _door.IdentifyAsync(exchange, exchange.Http.RequestAborted);
        if (options.Audit is { } audit)
        {
            await audit.BeginAsync(exchange);
        }

        if (exchange.Path.LongRunning)
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(exchange.Http.RequestAborted, stopping);
            exchange.Cancellation = end.Token;
            await ServeAsync(exchange);
            return;
        }

        if (!_limit.TryEnter(exchange.Path.Verb))
        {
            throw Refusal.TooManyRequests();
        }

        try
        {
            using var deadline = new CancellationTokenSource(RequestDeadline.Of(exchange.Request.Query), options.Clock);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(exchange.Http.RequestAborted, deadline.Token);
            exchange.Cancellation = end.Token;
            try
            {
                await ServeAsync(exchange);
            }
            catch (OperationCanceledException) when (deadline.IsCancellationRequested && !exchange.Http.RequestAborted.IsCancellationRequested)
            {
                throw Refusal.DeadlineExceeded();
            }
        }
        finally
        {
            _limit.Leave(exchange.Path.Verb);
        }
    }

    private async ValueTask ServeAsync(Exchange exchange)
    {
        await _door.AdmitAsync(exchange);
        var path = exchange.Path;
        if (!path.IsResource)
        {
            await _pages.ServeAsync(exchange);
        }
        else if ((_resources.Resolve(exchange) ?? await _resources.LookAgainAsync(exchange)) is { } call)
        {
            await (path.Subresource == "portforward" ? _ports.ServeAsync(exchange, call, options.Connecting) : _resources.ServeAsync(exchange, call));
        }
        else
        {
            await Answer.NoSuchPathAsync(exchange);
        }
    }

    private async ValueTask FailAsync(Exchange exchange, Exception fault)
    {
        var path = exchange.Request.Path.Value ?? "/";
        if (exchange.Response.HasStarted)
        {
            HttpLog.AnswerBrokeOff(_log, fault, exchange.Request.Method, path, exchange.AuditId);
            exchange.Refused = Refusal.InternalError().Status;
            exchange.Http.Abort();
            return;
        }

        HttpLog.RequestFailed(_log, fault, exchange.Request.Method, path, exchange.AuditId);
        await RefuseAsync(exchange, Refusal.InternalError());
    }

    private static async ValueTask RefuseAsync(Exchange exchange, ApiException refusal)
    {
        // Part of an answer may have been prepared before it failed.
        exchange.Refused = refusal.Status;
        exchange.Response.ContentLength = null;
        exchange.Response.Headers.ContentEncoding = default;
        Answer.Warn(exchange, refusal.Warnings);
        await Answer.StatusAsync(exchange, refusal.Status);
    }
}
