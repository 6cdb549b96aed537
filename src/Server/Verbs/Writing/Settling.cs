using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Server.Admission;
using Slipway.Server.Admission.Gates;
using Slipway.Server.Admission.Webhooks;
using Slipway.Server.Objects;
using Slipway.Server.Resources;
using Slipway.Server.Watching;

namespace Slipway.Server.Verbs.Writing;

/// <summary>Takes over what webhooks make of objects, under the same rules that the caller's own object stands under.</summary>
internal static class Settling
{
    private static readonly string[] Stamps = ["uid", "creationTimestamp", "generation", "namespace"];

    /// <summary>The passage of a new object.</summary>
    /// <param name="call">The call.</param>
    /// <param name="subject">The write.</param>
    /// <param name="request">The write as the server's rules see it.</param>
    public static Passage New(Call call, WebhookSubject subject, AdmissionRequest request)
    {
        var stamped = (JsonObject)Meta.Of(request.Object).DeepClone();
        return new Passage(subject, request, (made, version) =>
        {
            var value = Stored(call, made, version);
            Meta.Copy(new JsonObject { ["metadata"] = stamped.DeepClone() }, value, Stamps);
            Meta.Copy([], value, "deletionTimestamp", "deletionGracePeriodSeconds", "resourceVersion");
            if (call.Definition.Storage.HasStatus && call.Version.HasStatus && request.Object["status"] is null)
            {
                value.Remove("status");
            }

            return (value, value);
        });
    }

    /// <summary>The passage of a changed object.</summary>
    /// <param name="call">The call.</param>
    /// <param name="subject">The write.</param>
    /// <param name="request">The write as the server's rules see it.</param>
    /// <param name="current">The present object.</param>
    public static Passage Change(Call call, WebhookSubject subject, AdmissionRequest request, CachedObject current)
    {
        var old = request.OldObject!;
        if (call.Subresource == "scale")
        {
            return new Passage(
                subject with
                {
                    OtherKind = ScaleView.ScaleType,
                    Object = ScaleView.Of(call, request.Object, current.Revision),
                    OldObject = ScaleView.Of(call, old, current.Revision),
                },
                request,
                (made, _) =>
                {
                    var value = ScaleEdit.Apply(call, current, _ => made);
                    return (value, ScaleView.Of(call, value, current.Revision));
                });
        }

        return new Passage(subject, request, (made, version) =>
        {
            var value = Stored(call, made, version);
            if (Meta.Text(value, "name") != call.Name)
            {
                throw call.Invalid(call.Name, [Invalid.Immutable("metadata.name", Meta.Of(value)["name"])]);
            }

            value = Merge.Parts(call, old, value);
            return (value, value);
        });
    }

    private static JsonObject Stored(Call call, JsonObject made, ResourceVersion version)
    {
        // What a webhook writes beyond the schema is dropped without a word: the caller cannot help it.
        Intake.Clean(call with { Version = version }, made, new Findings());
        return Conversion.Convert(made, call.Definition, call.Definition.Storage);
    }
}
