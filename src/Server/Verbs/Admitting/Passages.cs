using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Runtime.Clients;
using Slipway.Server.Admission.Webhooks;

namespace Slipway.Server.Verbs.Admitting;

/// <summary>Calls as webhooks are asked about them.</summary>
internal static class Passages
{
    /// <summary>A write.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">The write as the server's own rules see it.</param>
    /// <param name="options">How it is written.</param>
    public static WebhookSubject Of(Call call, AdmissionRequest request, WriteOptions options) => Of(call, request.Operation) with
    {
        DryRun = options.DryRun,
        Options = Options(request.Operation, options),
        Object = request.Object,
        OldObject = request.OldObject,
    };

    /// <summary>A deletion.</summary>
    /// <param name="call">The call.</param>
    /// <param name="old">The object that goes.</param>
    /// <param name="options">How it is deleted.</param>
    public static WebhookSubject Of(Call call, JsonObject old, DeleteOptions options) => Of(call, AdmissionOperation.Delete) with
    {
        DryRun = options.DryRun,
        Options = Options(options),
        OldObject = old,
    };

    /// <summary>A connection into an object.</summary>
    /// <param name="call">The call.</param>
    /// <param name="options">The options object of the connection.</param>
    public static WebhookSubject Connection(Call call, JsonObject options) => Of(call, AdmissionOperation.Connect) with
    {
        OtherKind = new("", "v1", (string)options["kind"]!, call.Definition.Plural),
        Object = options,
    };

    /// <summary>Something posted to a subresource, for example an Eviction.</summary>
    /// <param name="call">The call.</param>
    /// <param name="posted">What is posted.</param>
    /// <param name="options">How it is written.</param>
    public static WebhookSubject Posting(Call call, JsonObject posted, WriteOptions options)
    {
        var kind = call.Definition.Subresources.First(s => s.Name == call.Subresource);
        return Of(call, AdmissionOperation.Create) with
        {
            OtherKind = new(kind.Group, kind.Version, kind.Kind, call.Definition.Plural),
            Object = posted,
            DryRun = options.DryRun,
            Options = Options(AdmissionOperation.Create, options),
        };
    }

    private static WebhookSubject Of(Call call, AdmissionOperation operation) => new()
    {
        Caller = call.Caller,
        Operation = operation,
        Definition = call.Definition,
        Version = call.Version,
        Namespace = call.Definition.Namespaced ? call.Namespace : NamespaceOf(call),
        Name = call.Name,
        Subresource = call.Subresource,
    };

    /// <summary>A namespace counts as one in itself; see the rules' <c>scope</c> for the one exception.</summary>
    private static string NamespaceOf(Call call) => call.Definition.QualifiedPlural == "namespaces" ? call.Name : "";

    private static JsonObject Options(AdmissionOperation operation, WriteOptions options)
    {
        var json = Options(operation == AdmissionOperation.Create ? "CreateOptions" : "UpdateOptions", options.DryRun);
        if (options.FieldManager.Length > 0)
        {
            json["fieldManager"] = options.FieldManager;
        }

        if (options.FieldValidation.Length > 0)
        {
            json["fieldValidation"] = options.FieldValidation;
        }

        return json;
    }

    private static JsonObject Options(DeleteOptions options)
    {
        var json = Options("DeleteOptions", options.DryRun);
        if (options.GracePeriodSeconds is { } seconds)
        {
            json["gracePeriodSeconds"] = seconds;
        }

        if (options.PropagationPolicy is { Length: > 0 } policy)
        {
            json["propagationPolicy"] = policy;
        }

        var preconditions = new JsonObject();
        if (options.Uid is { Length: > 0 } uid)
        {
            preconditions["uid"] = uid;
        }

        if (options.ResourceVersion is { Length: > 0 } version)
        {
            preconditions["resourceVersion"] = version;
        }

        if (preconditions.Count > 0)
        {
            json["preconditions"] = preconditions;
        }

        return json;
    }

    private static JsonObject Options(string kind, bool isDryRun)
    {
        var json = new JsonObject { ["kind"] = kind, ["apiVersion"] = "meta.k8s.io/v1" };
        if (isDryRun)
        {
            json["dryRun"] = new JsonArray("All");
        }

        return json;
    }
}
