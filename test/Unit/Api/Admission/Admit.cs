using System.Text.Json.Nodes;
using Slipway.Api;
using Slipway.Api.Admission;
using Slipway.Machinery.Admission;

namespace Slipway.Unit.Api.Admission;

/// <summary>Sends objects through defaults and rules.</summary>
internal static class Admit
{
    public static JsonObject Default(string kind, string json, string? old = null)
    {
        var request = Request(json, old);
        ApiAdmissions.All.Single(a => a.Kind.Kind == kind).Default(request);
        return request.Object;
    }

    public static string[] Faults(string kind, string json, string? old = null, AdmissionGates? gates = null)
    {
        var admission = ApiAdmissions.With(gates ?? new AdmissionGates()).Single(a => a.Kind.Kind == kind);
        var request = Request(json, old);
        admission.Default(request);
        var before = request.Object.ToJsonString();
        admission.Default(request);
        Assert.Equal(before, request.Object.ToJsonString());
        var faults = admission.Validate(request).Select(f => f.ToString()).ToArray();
        Assert.Equal(before, request.Object.ToJsonString());
        return faults;
    }

    public static void Accepts(string kind, string json, string? old = null) => Assert.Empty(Faults(kind, json, old));

    public static void Refuses(string kind, string json, string field, string said, string? old = null) =>
        Assert.Contains(Faults(kind, json, old), f => f.StartsWith(field + ": ", StringComparison.Ordinal) && f.Contains(said, StringComparison.Ordinal));

    private static AdmissionRequest Request(string json, string? old) => new(
        old is null ? AdmissionOperation.Create : AdmissionOperation.Update,
        JsonNode.Parse(json)!.AsObject(),
        old is null ? null : JsonNode.Parse(old)!.AsObject());
}
