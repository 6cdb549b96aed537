using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Objects;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.Watching;

namespace Slipway.Server.Security.Tokens;

/// <summary>
/// Gives every new pod a service account that exists, <c>default</c> where it names none, and that account's pull secrets.
/// The pods that mirror a node's static pods run without one. The account <c>default</c> is there with every namespace or
/// in a moment, so a pod that is faster is let in.
/// </summary>
/// <param name="cache">The server's objects.</param>
internal sealed class AccountAdmission(WatchCache cache) : IKindAdmission
{
    private const string Mirror = "kubernetes.io/config.mirror";
    private const string Usual = "default";

    /// <inheritdoc/>
    public GroupKind Kind { get; } = new("", "Pod");

    /// <inheritdoc/>
    public void Default(AdmissionRequest request)
    {
        if (!Concerns(request) || request.Object["spec"] is not JsonObject spec)
        {
            return;
        }

        // The older name of the field is still accepted and kept in step.
        var name = Meta.String(spec, "serviceAccountName") is { Length: > 0 } stated ? stated
            : Meta.String(spec, "serviceAccount") is { Length: > 0 } older ? older : Usual;
        spec["serviceAccountName"] = name;
        spec["serviceAccount"] = name;
        if (spec["imagePullSecrets"] is null && Find(request.Object, name)?.Tree()["imagePullSecrets"] is JsonArray { Count: > 0 } secrets)
        {
            spec["imagePullSecrets"] = secrets.DeepClone();
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Validate(AdmissionRequest request)
    {
        if (Concerns(request)
            && Meta.String(request.Object["spec"] as JsonObject, "serviceAccountName") is { Length: > 0 } name and not Usual
            && Find(request.Object, name) is null)
        {
            var home = Meta.Text(request.Object, "namespace");
            throw Refuse.Forbidden(
                "", "pods", Meta.Text(request.Object, "name"), $"error looking up service account {home}/{name}: serviceaccount \"{name}\" not found");
        }

        return [];
    }

    private static bool Concerns(AdmissionRequest request) =>
        request.Operation == AdmissionOperation.Create
        && request.Subresource.Length == 0
        && (request.Object["metadata"]?["annotations"] as JsonObject)?.ContainsKey(Mirror) != true;

    private CachedObject? Find(JsonObject pod, string name) =>
        cache.Kind("/registry/serviceaccounts/").Find($"{Meta.Text(pod, "namespace")}/{name}");
}
