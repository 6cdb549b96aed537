using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;

namespace Slipway.Controllers.KubeadmControlPlanes.Remediation;

/// <summary>What is noted of a remediation, on the control plane while it goes on, and on the Machine that came of it.</summary>
/// <param name="Machine">The Machine that was replaced.</param>
/// <param name="Time">When.</param>
/// <param name="RetryCount">How many remediations in a row failed before this one.</param>
internal sealed record RemediationRecord(string Machine, DateTimeOffset Time, int RetryCount)
{
    /// <summary>Reads a note.</summary>
    /// <param name="text">An annotation's value; null or empty for none.</param>
    /// <returns>The note, or null where there is none or it cannot be read.</returns>
    public static RemediationRecord? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text) is JsonObject note
                && note["machine"] is JsonValue machine && machine.TryGetValue(out string? name)
                && note["timestamp"] is JsonValue time && time.TryGetValue(out DateTimeOffset when)
                ? new RemediationRecord(name, when, note["retryCount"] is JsonValue count && count.TryGetValue(out int retries) ? retries : 0)
                : null;
        }
        catch (JsonException)
        {
            // Written by somebody else: a note that cannot be read is no note.
            return null;
        }
    }

    /// <summary>The annotation's value.</summary>
    public string Write() => new JsonObject
    {
        ["machine"] = Machine,
        ["timestamp"] = Time.UtcDateTime.ToString(KubernetesTimeConverter.Format),
        ["retryCount"] = RetryCount,
    }.ToJsonString();
}
