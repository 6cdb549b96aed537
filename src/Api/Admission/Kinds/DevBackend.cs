using System.Text.Json.Nodes;
using Slipway.Api.Admission.Rules;
using Slipway.Api.Json;

namespace Slipway.Api.Admission.Kinds;

/// <summary>The choice between containers and memory.</summary>
internal static class DevBackend
{
    /// <summary>Containers, where nothing is said.</summary>
    /// <param name="value">The object; changed in place.</param>
    /// <param name="backend">Where the choice is.</param>
    public static void Fill(JsonObject value, FieldPath backend)
    {
        if (backend.Get(value) is not JsonObject { Count: > 0 })
        {
            backend.Put(value, new JsonObject { ["docker"] = new JsonObject() });
        }
    }

    /// <summary>One of the two.</summary>
    public static void Check(Faults faults, object? docker, object? inMemory)
    {
        if (docker is not null && inMemory is not null)
        {
            faults.Invalid("spec.backend", "docker and inMemory", "write one of the two");
        }
    }
}
