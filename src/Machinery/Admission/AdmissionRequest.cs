using System.Text.Json.Nodes;

namespace Slipway.Machinery.Admission;

/// <summary>A write on its way to the store.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Object">The object as it would be stored; for a deletion the object that goes.</param>
/// <param name="OldObject">The object as it is stored now; null on create.</param>
public sealed record AdmissionRequest(AdmissionOperation Operation, JsonObject Object, JsonObject? OldObject)
{
    /// <summary>The subresource written, for example <c>status</c>; empty for the object itself.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>Whether nothing will be stored.</summary>
    public bool DryRun { get; init; }

    /// <summary>Who asks.</summary>
    public string User { get; init; } = "";
}
