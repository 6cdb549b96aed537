using System.Text.Json.Nodes;
using Slipway.Machinery.Apply.Fields;
using Slipway.Machinery.Apply.Types;
using Slipway.Machinery.Apply.Walks;

namespace Slipway.Machinery.Apply;

/// <summary>Who owns which field after a write.</summary>
/// <param name="versions">The versions of the kind.</param>
public sealed class Ownership(IObjectVersions versions)
{
    /// <summary>Fields that belong to nobody.</summary>
    private static readonly FieldSet Nobodys = new FieldSetBuilder()
        .Add("f:apiVersion").Add("f:kind").Add("f:metadata")
        .Add("f:metadata", "f:name").Add("f:metadata", "f:namespace").Add("f:metadata", "f:creationTimestamp").Add("f:metadata", "f:selfLink")
        .Add("f:metadata", "f:uid").Add("f:metadata", "f:clusterName").Add("f:metadata", "f:generation")
        .Add("f:metadata", "f:managedFields").Add("f:metadata", "f:resourceVersion")
        .Build();

    /// <summary>Counts a write that is no apply: who changes a field owns it alone, and what is gone nobody owns.</summary>
    /// <param name="managed">Who owned what.</param>
    /// <param name="old">The object before, without its managed fields.</param>
    /// <param name="value">The object after, without its managed fields.</param>
    /// <param name="author">Who wrote.</param>
    /// <param name="time">When, RFC 3339.</param>
    public IReadOnlyList<ManagedEntry> Update(
        IReadOnlyList<ManagedEntry> managed, JsonObject old, JsonObject value, FieldAuthor author, string time)
    {
        ArgumentNullException.ThrowIfNull(managed);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(author);
        var apiVersion = (string?)value["apiVersion"] ?? "";
        var change = new ObjectChange(old, value, versions);
        if (change.In(apiVersion) is not { } here)
        {
            return managed;
        }

        var own = here.Set.Except(Nobodys);
        var entries = new List<ManagedEntry>(managed.Count + 1);
        var isNoted = own.IsEmpty;
        foreach (var entry in managed)
        {
            if (change.In(entry.ApiVersion) is not { } there)
            {
                continue;
            }

            if (!isNoted && entry.IsOf(author, apiVersion) && entry.Covers(own) && !entry.Overlaps(there.Removed))
            {
                // The usual case: its owner writes a field again.
                entries.Add(entry.At(time));
                isNoted = true;
            }
            else if (Reduce(entry, there) is { } rest)
            {
                entries.Add(rest);
            }
        }

        if (!isNoted)
        {
            var previous = entries.Find(e => e.IsOf(author, apiVersion));
            entries.Remove(previous!);
            entries.Add(ManagedEntry.Of(author, apiVersion, time, previous is null ? own : own.Union(previous.Fields)));
        }

        ManagedFields.Cap(entries);
        return entries;
    }

    /// <summary>
    /// Applies: merges the applied object into the present one, takes out what the applier no longer wants and nobody
    /// else owns, and counts the applier as an owner of all that it wants.
    /// </summary>
    /// <param name="live">The present object in the version of the request, without its managed fields; it is not changed.</param>
    /// <param name="managed">Who owns what of it.</param>
    /// <param name="request">What is applied.</param>
    /// <exception cref="ApplyConflictException">Others own fields of it with other values, and they are not to be taken.</exception>
    /// <exception cref="FormatException">What is applied does not fit the type of the object.</exception>
    public AppliedObject Apply(JsonObject live, IReadOnlyList<ManagedEntry> managed, ApplyRequest request)
    {
        ArgumentNullException.ThrowIfNull(live);
        ArgumentNullException.ThrowIfNull(managed);
        ArgumentNullException.ThrowIfNull(request);
        var type = versions.TypeOf(request.ApiVersion) ?? throw new ArgumentException($"There is no version {request.ApiVersion}.", nameof(request));
        if (AppliedCheck.Check(request.Config, type) is { } fault)
        {
            throw new FormatException(fault);
        }

        if (managed.Count == 0)
        {
            managed = Before(live, request, type);
        }

        var reconciled = Reconcile(managed);
        var last = reconciled.Find(e => e.IsOf(request.Author, request.ApiVersion));
        var own = ManagedEntry.Of(request.Author, request.ApiVersion, request.Time, ObjectFields.Of(request.Config, type));
        List<ManagedEntry> claims = [.. reconciled.Where(e => !ReferenceEquals(e, last)), own];

        var wanted = (JsonObject)live.DeepClone();
        ObjectMerge.Merge(wanted, request.Config, type);
        if (last is not null)
        {
            wanted = new Removal(versions, claims).Run(wanted, last, request.ApiVersion);
        }

        var change = new ObjectChange(live, wanted, versions);
        var entries = Settle(claims, own, change, request);
        own = own.With(own.Fields.Except(Nobodys));
        if (last is not null && change.In(request.ApiVersion)!.IsEmpty && last.ApiVersion == own.ApiVersion && last.Fields.Equals(own.Fields))
        {
            own = own.At(last.Time);
        }

        if (!own.Fields.IsEmpty)
        {
            entries.Add(own);
        }

        return new(wanted, entries);
    }

    private List<ManagedEntry> Settle(List<ManagedEntry> claims, ManagedEntry own, ObjectChange change, ApplyRequest request)
    {
        var entries = new List<ManagedEntry>(claims.Count);
        var conflicts = new List<ApplyConflict>();
        foreach (var entry in claims.Where(e => !ReferenceEquals(e, own)).OrderBy(e => e.Manager, StringComparer.Ordinal))
        {
            if (change.In(entry.ApiVersion) is not { } there)
            {
                continue;
            }

            if (!request.Force)
            {
                conflicts.AddRange(entry.Fields.Intersect(there.Set).Paths.Select(p => new ApplyConflict(entry, p)));
            }

            if (Reduce(entry, there) is { } rest)
            {
                entries.Add(rest);
            }
        }

        return conflicts.Count == 0 ? entries : throw new ApplyConflictException(conflicts);
    }

    /// <summary>Who owned the fields of an object of which nothing was known before the first apply.</summary>
    private static IReadOnlyList<ManagedEntry> Before(JsonObject live, ApplyRequest request, IMergeType type)
    {
        var author = new FieldAuthor(FieldAuthor.BeforeFirstApply, ManagedOperation.Update, request.Author.Subresource);
        var all = ObjectComparison.Compare([], live, type).Set.Except(Nobodys);
        return all.IsEmpty ? [] : [ManagedEntry.Of(author, request.ApiVersion, request.Time, all)];
    }

    private List<ManagedEntry> Reconcile(IReadOnlyList<ManagedEntry> managed)
    {
        var entries = new List<ManagedEntry>(managed.Count);
        foreach (var entry in managed)
        {
            if (versions.TypeOf(entry.ApiVersion) is { } type)
            {
                var fields = FieldShapes.Reconcile(entry.Fields, type);
                entries.Add(ReferenceEquals(fields, entry.Fields) ? entry : entry.With(fields));
            }
        }

        return entries;
    }

    /// <summary>An entry without what was changed or removed; null where nothing is left of it.</summary>
    private ManagedEntry? Reduce(ManagedEntry entry, Comparison change)
    {
        if (!entry.Overlaps(change.Touched))
        {
            return entry;
        }

        var rest = FieldShapes.Reconcile(entry.Fields, versions.TypeOf(entry.ApiVersion)!).Except(change.Touched);
        return rest.IsEmpty ? null : rest.Equals(entry.Fields) ? entry : entry.With(rest);
    }
}
