using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Server.Admission.Webhooks;
using Slipway.Server.Resources;

namespace Slipway.Server.Admission.Gates;

/// <summary>A write on its way through the webhooks.</summary>
/// <param name="Subject">The write as webhooks are asked about it.</param>
/// <param name="Request">The write as the server's own rules see it.</param>
/// <param name="Settle">
/// Takes over what a webhook made of the object: given that object and its version, gives the object as it is to be stored
/// and the object to ask the next webhook about.
/// </param>
internal sealed record Passage(
    WebhookSubject Subject, AdmissionRequest Request, Func<JsonObject, ResourceVersion, (JsonObject Stored, JsonObject Asked)> Settle)
{
    /// <summary>The write with another object.</summary>
    /// <param name="value">What a webhook made of the object.</param>
    /// <param name="version">The version of <paramref name="value"/>.</param>
    public Passage With(JsonObject value, ResourceVersion version)
    {
        var (stored, asked) = Settle(value, version);
        return this with { Subject = Subject with { Object = asked }, Request = Request with { Object = stored } };
    }
}
