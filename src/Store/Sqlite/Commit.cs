using Slipway.Store.Memory;

namespace Slipway.Store.Sqlite;

/// <summary>The writes of one transaction: each is judged by what those before it leave.</summary>
/// <param name="revision">The newest revision before it.</param>
/// <param name="stored">Reads what was committed before it.</param>
internal sealed class Commit(long revision, Func<string, StoredValue?> stored)
{
    private readonly Dictionary<string, StoredValue?> _staged = new(StringComparer.Ordinal);
    private readonly List<(PendingWrite Write, WriteOutcome Outcome)> _answers = [];

    /// <summary>The newest revision after it.</summary>
    public long Revision { get; private set; } = revision;

    /// <summary>The changes in order.</summary>
    public List<StoreEvent> Events { get; } = [];

    /// <summary>Judges a write and adds its row.</summary>
    /// <param name="write">The write.</param>
    /// <param name="writer">Where rows go.</param>
    public void Stage(PendingWrite write, SqliteWriter writer)
    {
        var request = write.Request;
        var current = _staged.TryGetValue(request.Key, out var staged) ? staged : stored(request.Key);
        if (MemoryStore.Refusal(request, current) is { } refusal)
        {
            _answers.Add((write, refusal));
            return;
        }

        Revision++;
        var deletes = request.Value is null;
        var row = new StoredValue(request.Key, default, current?.CreateRevision ?? Revision, Revision, deletes ? 0 : (current?.Version ?? 0) + 1);
        writer.Insert(row, request.Value);
        _staged[request.Key] = deletes ? null : row;
        Events.Add(new StoreEvent(deletes ? StoreEventKind.Delete : StoreEventKind.Put, row.Key, Revision, request.Value ?? default, row.CreateRevision));
        _answers.Add((write, WriteOutcome.Committed(Revision)));
    }

    /// <summary>Brings the keys up to date after the commit.</summary>
    /// <param name="index">The keys.</param>
    public void Publish(Dictionary<string, StoredValue> index)
    {
        foreach (var (key, entry) in _staged)
        {
            if (entry is null)
            {
                index.Remove(key);
            }
            else
            {
                index[key] = entry;
            }
        }
    }

    /// <summary>Answers all writes.</summary>
    public void Answer() => _answers.ForEach(a => a.Write.TrySetResult(a.Outcome));
}
