using Slipway.Machinery.Objects;
using Slipway.Server.Failures;
using Slipway.Server.Watching;

namespace Slipway.Server.Verbs.Admitting;

/// <summary>New objects need a namespace that exists and stays.</summary>
internal static class NamespaceGate
{
    /// <summary>The namespaces that cannot be deleted.</summary>
    public static IReadOnlyList<string> Protected { get; } = ["default", "kube-system", "kube-public"];

    /// <summary>Checks the namespace of an object that is to be created.</summary>
    /// <param name="call">The call.</param>
    /// <param name="name">The object's name; may be empty.</param>
    /// <param name="cache">The cache, as fresh as the request wants it.</param>
    /// <exception cref="Runtime.Clients.ApiException">404: no such namespace; 403: it is being deleted.</exception>
    public static void Check(Call call, string name, WatchCache cache)
    {
        if (!call.Definition.Namespaced)
        {
            return;
        }

        if (cache.Kind("/registry/namespaces/").Find(call.Namespace) is not { } holder)
        {
            throw Refuse.NotFound("", "namespaces", call.Namespace);
        }

        if (holder.Head.IsDeleting)
        {
            throw Refuse.Forbidden(
                call.Group,
                call.Definition.Plural,
                name,
                $"unable to create new content in namespace {call.Namespace} because it is being terminated",
                new StatusCause
                {
                    Reason = "NamespaceTerminating",
                    Message = $"namespace {call.Namespace} is being terminated",
                    Field = "metadata.namespace",
                });
        }
    }
}
