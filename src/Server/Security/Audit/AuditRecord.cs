using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Server.Security.Audit;

/// <summary>What is written down of one request, while it goes on. Belongs to the request; not for several threads at once.</summary>
/// <param name="choice">How much.</param>
internal sealed class AuditRecord(AuditChoice choice)
{
    /// <summary>A larger body is left out, and the record says so.</summary>
    public const int LargestBody = 1024 * 1024;

    private JsonNode? _request;
    private JsonNode? _response;

    /// <summary>How much is written.</summary>
    public AuditChoice Choice => choice;

    /// <summary>Whether the body of the answer is wanted.</summary>
    public bool WantsResponse => choice.Level >= AuditLevel.RequestResponse;

    /// <summary>Whether a body was too large to be written.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>The name of the object that the request led to, where its path names none.</summary>
    public string ResultName { get; private set; } = "";

    /// <summary>Notes what was sent.</summary>
    /// <param name="body">UTF-8 JSON; may be empty.</param>
    public void Sent(ReadOnlyMemory<byte> body)
    {
        if (choice.Level >= AuditLevel.Request)
        {
            _request = Read(body);
        }
    }

    /// <summary>Notes what was answered.</summary>
    /// <param name="body">UTF-8 JSON.</param>
    public void Answered(ReadOnlyMemory<byte> body)
    {
        if (WantsResponse)
        {
            _response = Read(body);
        }
    }

    /// <summary>What admission has to say to whom reads the record; by key.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; private set; } = new Dictionary<string, string>(0);

    /// <summary>Notes what admission has to say.</summary>
    /// <param name="annotations">By key.</param>
    public void Annotated(IReadOnlyDictionary<string, string> annotations) => Annotations = annotations;

    /// <summary>Notes which object a request without a name made.</summary>
    /// <param name="name">Its name.</param>
    public void Made(string name) => ResultName = name;

    /// <summary>Puts the bodies into an event.</summary>
    /// <param name="happened">The event.</param>
    public void AddBodies(JsonObject happened)
    {
        if (_request is not null)
        {
            happened["requestObject"] = _request.DeepClone();
        }

        if (_response is not null)
        {
            happened["responseObject"] = _response.DeepClone();
        }
    }

    private JsonNode? Read(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        if (body.Length > LargestBody)
        {
            IsTruncated = true;
            return null;
        }

        try
        {
            var node = JsonNode.Parse(body.Span);
            if (choice.OmitManagedFields && node is JsonObject value)
            {
                (value["metadata"] as JsonObject)?.Remove("managedFields");
            }

            return node;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            // The request will be refused for it; the record tells of the refusal.
            return null;
        }
    }
}
