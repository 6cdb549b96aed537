using System.Text;
using System.Text.Json.Nodes;
using Slipway.App.Kinds;
using Slipway.App.Output;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Clients.Http;

namespace Slipway.App.Applying;

/// <summary>Applies objects: all of them are checked by the server first, and only if none is refused are they written.</summary>
/// <param name="client">The server.</param>
/// <param name="kinds">What it serves.</param>
/// <param name="defaultNamespace">The namespace of objects that name none.</param>
internal sealed class Applier(HttpApiClient client, KindCatalog kinds, string defaultNamespace)
{
    private static readonly WriteOptions Strict = new() { FieldManager = "slipway-apply", FieldValidation = "Strict" };

    /// <summary>Checks and applies.</summary>
    /// <param name="manifests">The objects.</param>
    /// <param name="mode">Whether to stop after the check.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>What was done with each, in the order of writing.</returns>
    /// <exception cref="CommandException">Objects are refused; nothing was written.</exception>
    public async Task<IReadOnlyList<Applied>> ApplyAsync(IReadOnlyList<Manifest> manifests, ApplyMode mode, CancellationToken cancellation)
    {
        var faults = new List<string>();
        var steps = manifests.Select(m => Plan(m, manifests, faults)).OfType<Step>().ToList();
        foreach (var step in steps)
        {
            await CheckAsync(step, manifests, faults, cancellation);
        }

        if (faults.Count > 0)
        {
            throw new CommandException(ExitCode.Failed, string.Join("\nerror: ", faults) + $"\n{faults.Count} {(faults.Count == 1 ? "fault" : "faults")}; nothing was applied.");
        }

        var done = new List<Applied>(steps.Count);
        foreach (var (manifest, known) in steps.OrderBy(s => s.Manifest.Kind switch { "Namespace" => 0, "CustomResourceDefinition" => 1, _ => 2 }))
        {
            var type = known ?? (await KindCatalog.ReadAsync(client, cancellation)).Find(manifest.ApiVersion, manifest.Kind)
                ?? throw new CommandException(ExitCode.Failed, $"{manifest.Place}: the server does not serve {manifest.ApiVersion} {manifest.Kind} yet; apply again.");
            var result = mode == ApplyMode.CheckOnly ? "checked" : await WriteAsync(manifest, type, Strict, cancellation);
            done.Add(new Applied(type, NamespaceOf(manifest, type), manifest.Name, result));
        }

        return done;
    }

    private Step? Plan(Manifest manifest, IReadOnlyList<Manifest> all, List<string> faults)
    {
        if (manifest.ApiVersion.Length == 0 || manifest.Kind.Length == 0)
        {
            faults.Add($"{manifest.Place}: apiVersion and kind are required.");
            return null;
        }

        if (manifest.Name.Length == 0)
        {
            faults.Add($"{manifest.Place}: {manifest.Kind} needs metadata.name.");
            return null;
        }

        var type = kinds.Find(manifest.ApiVersion, manifest.Kind);
        if (type is null && !all.Any(m => m.Kind == "CustomResourceDefinition" && Defines(m.Object, manifest)))
        {
            faults.Add($"{manifest.Place}: the server has no kind {manifest.Kind} in {manifest.ApiVersion}.{kinds.Nearest(manifest.Kind)}");
            return null;
        }

        return new Step(manifest, type);
    }

    private async Task CheckAsync(Step step, IReadOnlyList<Manifest> all, List<string> faults, CancellationToken cancellation)
    {
        var manifest = step.Manifest;
        if (step.Type is not { } type)
        {
            // Its definition comes with the same files: there is nobody yet to ask.
            return;
        }

        try
        {
            await WriteAsync(manifest, type, Strict with { DryRun = true }, cancellation);
        }
        catch (ApiException e) when (e.IsNotFound && all.Any(m => m.Kind == "Namespace" && m.Name == NamespaceOf(manifest, type)))
        {
            // Its namespace comes with the same files.
        }
        catch (ApiException e)
        {
            faults.AddRange(Sentences(manifest, e));
            return;
        }

        foreach (var reference in References.Of(manifest.Object))
        {
            var target = kinds.Find(new GroupKind(reference.Group, reference.Kind));
            var present = all.Any(m => m.Kind == reference.Kind && m.Group == reference.Group && m.Name == reference.Name)
                || (target is not null && await ExistsAsync(target, NamespaceOf(manifest, type), reference.Name, cancellation));
            if (!present)
            {
                faults.Add($"{manifest.Place}: {manifest.Kind}/{manifest.Name}: {reference.Field} names {reference.Kind}/{reference.Name}, which is neither on the server nor in these files. Add it, or correct the name.");
            }
        }
    }

    private async Task<bool> ExistsAsync(ResourceType type, string @namespace, string name, CancellationToken cancellation)
    {
        try
        {
            await client.GetAsync(new ObjectTarget(type, type.Namespaced ? @namespace : "", name), cancellation);
            return true;
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            return false;
        }
    }

    private async Task<string> WriteAsync(Manifest manifest, ResourceType type, WriteOptions options, CancellationToken cancellation)
    {
        var sent = ThreeWayPatch.Remember(manifest.Object);
        if (type.Namespaced && manifest.Namespace.Length == 0)
        {
            sent["metadata"]!["namespace"] = defaultNamespace;
        }

        var target = new ObjectTarget(type, NamespaceOf(manifest, type), manifest.Name);
        JsonObject current;
        try
        {
            current = JsonNode.Parse((await client.GetAsync(target, cancellation)).Span)!.AsObject();
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            await client.CreateAsync(target with { Name = "" }, Bytes(sent), options, cancellation);
            return "created";
        }

        if (ThreeWayPatch.Between(current, sent) is not { } patch)
        {
            return "unchanged";
        }

        await client.PatchAsync(target, new Patch(PatchType.Merge, Bytes(patch)), options, cancellation);
        return "configured";
    }

    private string NamespaceOf(Manifest manifest, ResourceType type) =>
        !type.Namespaced ? "" : manifest.Namespace.Length > 0 ? manifest.Namespace : defaultNamespace;

    private static bool Defines(JsonObject definition, Manifest manifest) =>
        definition["spec"]?["group"]?.ToString() == manifest.Group && definition["spec"]?["names"]?["kind"]?.ToString() == manifest.Kind;

    private static IEnumerable<string> Sentences(Manifest manifest, ApiException e)
    {
        var subject = $"{manifest.Place}: {manifest.Kind}/{manifest.Name}";
        return e.Status.Details?.Causes is { Count: > 0 } causes
            ? causes.Select(c => c.Field is { Length: > 0 } field ? $"{subject}: {field}: {c.Message}" : $"{subject}: {c.Message}")
            : [$"{subject}: {e.Message}"];
    }

    private static byte[] Bytes(JsonObject value) => Encoding.UTF8.GetBytes(value.ToJsonString());

    private sealed record Step(Manifest Manifest, ResourceType? Type);
}
