using Slipway.Api.Core.Shared;
using Slipway.Machinery.Json;

namespace Slipway.Controllers.Contracts;

/// <summary>Control plane endpoints.</summary>
public static class Endpoints
{
    extension(APIEndpoint? endpoint)
    {
        /// <summary>Whether both host and port are known.</summary>
        public bool IsValid => endpoint is { Host.Length: > 0, Port: > 0 };
    }

    /// <summary>The endpoint in an object's <c>spec.controlPlaneEndpoint</c>; null while host or port is missing.</summary>
    /// <param name="value">The object.</param>
    internal static APIEndpoint? Read(Unstructured value)
    {
        var endpoint = new APIEndpoint
        {
            Host = value.Text("spec", "controlPlaneEndpoint", "host"),
            Port = (int?)value.Number("spec", "controlPlaneEndpoint", "port"),
        };
        return endpoint.IsValid ? endpoint : null;
    }
}
