using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Clients.Http;

/// <summary>Reads refusals.</summary>
internal static class AnswerStatus
{
    private const int LongestText = 1024;

    private static readonly JsonTypeInfo<Status> StatusType = KubernetesJson.Of<Status>(KubernetesJson.Default);

    /// <summary>The refusal in an answer: the Status in its body, or one made from what there is.</summary>
    /// <param name="code">The HTTP status.</param>
    /// <param name="body">The body.</param>
    public static ApiException Read(int code, ReadOnlySpan<byte> body)
    {
        try
        {
            if (JsonSerializer.Deserialize(body, StatusType) is { Kind: "Status" } status)
            {
                return new(status with { Code = status.Code ?? code });
            }
        }
        catch (JsonException)
        {
            // Proxies and unknown paths answer in plain text.
        }

        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, LongestText)]).Trim();
        return new(new Status
        {
            Outcome = "Failure",
            Code = code,
            Reason = ReasonOf(code),
            Message = code == 404 ? "the server could not find the requested resource" : $"the server answered {code}: {text}",
        });
    }

    private static string ReasonOf(int code) => code switch
    {
        400 => StatusReason.BadRequest,
        401 => StatusReason.Unauthorized,
        403 => StatusReason.Forbidden,
        404 => StatusReason.NotFound,
        405 => StatusReason.MethodNotAllowed,
        406 => StatusReason.NotAcceptable,
        409 => StatusReason.Conflict,
        410 => StatusReason.Gone,
        413 => StatusReason.RequestEntityTooLarge,
        415 => StatusReason.UnsupportedMediaType,
        422 => StatusReason.Invalid,
        429 => StatusReason.TooManyRequests,
        503 => StatusReason.ServiceUnavailable,
        504 => StatusReason.Timeout,
        _ => StatusReason.InternalError,
    };
}
