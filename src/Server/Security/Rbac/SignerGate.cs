using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.Resources;

namespace Slipway.Server.Security.Rbac;

/// <summary>
/// Keeps requests for certificates honest: who asks is written by the server and never changes; whoever approves one must
/// have the verb <c>approve</c> on its signer, and whoever puts the certificate in, the verb <c>sign</c>.
/// </summary>
/// <param name="roles">The roles and bindings.</param>
internal sealed class SignerGate(LiveRoles roles)
{
    private const string Group = "certificates.k8s.io";
    private const string Plural = "certificatesigningrequests";

    private static readonly GroupKind Kind = new(Group, "CertificateSigningRequest");

    /// <summary>Writes who asks into a new request; other kinds are left as they are.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="definition">The kind.</param>
    /// <param name="value">The object, which is changed.</param>
    public static void Stamp(Caller caller, ResourceDefinition definition, JsonObject value)
    {
        if (definition.Kind != Kind || value["spec"] is not JsonObject spec)
        {
            return;
        }

        foreach (var name in (ReadOnlySpan<string>)["username", "uid", "groups", "extra"])
        {
            spec.Remove(name);
        }

        foreach (var (name, told) in UserJson.Write(caller).ToList())
        {
            spec[name] = told!.DeepClone();
        }
    }

    /// <summary>Checks a change of a request; other kinds are left as they are. The cache must be as fresh as the write needs it.</summary>
    /// <param name="caller">Who changes it.</param>
    /// <param name="definition">The kind.</param>
    /// <param name="subresource">What of it; empty for the object itself.</param>
    /// <param name="value">The object as it would be stored; what was asked for is put back.</param>
    /// <param name="old">The object as it is stored now.</param>
    /// <exception cref="Runtime.Clients.ApiException">403: the caller may not do that for this signer.</exception>
    public void Check(Caller caller, ResourceDefinition definition, string subresource, JsonObject value, JsonObject old)
    {
        if (definition.Kind != Kind)
        {
            return;
        }

        value["spec"] = old["spec"]?.DeepClone();
        var verb = subresource switch
        {
            "approval" => "approve",
            "status" when !JsonEquality.AreEqual(old["status"]?["certificate"], value["status"]?["certificate"]) => "sign",
            _ => "",
        };
        var signer = Meta.String(old["spec"] as JsonObject, "signerName");
        if (verb.Length > 0 && !caller.IsMaster && !May(roles.Current(), caller, verb, signer))
        {
            throw Refuse.Forbidden(Group, Plural, Meta.Text(old, "name"), $"user not permitted to {verb} requests with signerName \"{signer}\"");
        }
    }

    private static bool May(RoleBook book, Caller caller, string verb, string signer)
    {
        var request = new AccessRequest { Verb = verb, Group = Group, Resource = "signers", Name = signer };
        var domain = signer.Split('/')[0] + "/*";
        return Authorizer.Decide(book, caller, request).Allowed || Authorizer.Decide(book, caller, request with { Name = domain }).Allowed;
    }
}
