using System.Text;
using Slipway.Store;
using Slipway.Store.Opening;

namespace Slipway.Unit.Store;

/// <summary>Bytes change on the disk: the store says so or is right all the same, but never answers wrongly.</summary>
public sealed class SqliteDamageTests : IDisposable
{
    private const int Writes = 60;
    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-damage-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Original => Path.Combine(_folder, "original.db");

    private string Damaged => Path.Combine(_folder, "damaged.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_value_that_changed_is_named()
    {
        await WriteAsync(CrashImage.None);
        var bytes = await File.ReadAllBytesAsync(Original, Cancellation);

        // SQLite leaves remnants where it moved rows to another page.
        var found = 0;
        for (int at = 0, next; (next = bytes.AsSpan(at).IndexOf("value 7 "u8)) >= 0; at += next + 1, found++)
        {
            bytes[at + next] ^= 1;
        }

        Assert.True(found > 0);
        await File.WriteAllBytesAsync(Damaged, bytes, Cancellation);
        await using var store = await OpenAsync();
        var e = await Assert.ThrowsAsync<StoreCorruptException>(async () => await store.GetAsync("/k/007", Cancellation));
        Assert.Contains("/k/007 at revision 7", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_tells_another_key_than_its_table_is_named()
    {
        await WriteAsync(CrashImage.None);
        var bytes = await File.ReadAllBytesAsync(Original, Cancellation);
        const int page = 4096;
        var changed = 0;
        for (var at = 0; at < bytes.Length; at += page)
        {
            // 10 marks a page with the entries of an index; '.' keeps them in order.
            if (bytes[at] == 10 && bytes.AsSpan(at, page).LastIndexOf("/k/030"u8) is var key and >= 0)
            {
                bytes[at + key + 5] = (byte)'.';
                changed++;
            }
        }

        Assert.Equal(1, changed);
        await File.WriteAllBytesAsync(Damaged, bytes, Cancellation);
        var e = await Assert.ThrowsAsync<StoreOpenException>(OpenAsync);
        Assert.Contains("kv_key", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_torn_file_is_named()
    {
        await WriteAsync(CrashImage.None);
        await File.WriteAllBytesAsync(Damaged, new byte[8192], Cancellation);
        var e = await Assert.ThrowsAsync<StoreOpenException>(OpenAsync);
        Assert.Contains($"The store {Damaged} is damaged", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_that_changed_anywhere_in_the_file_never_makes_a_wrong_answer()
    {
        await WriteAsync(CrashImage.None);
        var original = await File.ReadAllBytesAsync(Original, Cancellation);
        var named = 0;
        foreach (var (at, mask) in Flips(original.Length, 150))
        {
            var bytes = original.ToArray();
            bytes[at] ^= mask;
            Erase();
            await File.WriteAllBytesAsync(Damaged, bytes, Cancellation);
            named += await IsNamedAsync(Writes, $"byte {at} ^ {mask:x}") ? 1 : 0;
        }

        Assert.True(named > 50, $"Only {named} of 150 changes were noticed");
    }

    [Fact]
    public async Task A_byte_that_changed_in_the_log_of_a_crashed_process_costs_at_most_the_last_write()
    {
        await WriteAsync(CrashImage.Taken);
        var original = await File.ReadAllBytesAsync(Original + ".crash-wal", Cancellation);
        var named = 0;
        foreach (var (at, mask) in Flips(original.Length, 100).Concat([(0, (byte)1), (17, (byte)2), (25, (byte)4)]))
        {
            var bytes = original.ToArray();
            bytes[at] ^= mask;
            await RestoreCrashAsync(bytes);
            named += await IsNamedAsync(Writes - 1, $"byte {at} ^ {mask:x} of {original.Length}") ? 1 : 0;
        }

        Assert.True(named > 60, $"Only {named} of 103 changes were noticed");
    }

    [Fact]
    public async Task A_torn_log_of_a_crashed_process_loses_no_more_than_was_torn_off()
    {
        await WriteAsync(CrashImage.Taken);
        var original = await File.ReadAllBytesAsync(Original + ".crash-wal", Cancellation);
        await RestoreCrashAsync(original);
        Assert.False(await IsNamedAsync(Writes, "nothing torn"));
        var last = 0L;
        for (var length = 0; length < original.Length; length += original.Length / 40)
        {
            await RestoreCrashAsync(original[..length]);
            await using var store = await OpenAsync();
            Assert.InRange(store.Revision, last, Writes);
            last = store.Revision;
            await CompareAsync(store);
        }
    }

    private static IEnumerable<(int At, byte Mask)> Flips(int length, int count)
    {
        var random = new Random(7);
        return Enumerable.Range(0, count).Select(_ => (random.Next(length), (byte)random.Next(1, 256))).ToList();
    }

    private static string ValueOf(long revision) => $"value {revision} {new string((char)('a' + (revision % 26)), 300)}";

    /// <summary>Every value is the one that was written.</summary>
    private static async Task CompareAsync(IStore store)
    {
        var range = await store.RangeAsync(new RangeRequest(""), Cancellation);
        Assert.Equal(
            Enumerable.Range(1, (int)store.Revision).Select(r => ($"/k/{r:d3}", ValueOf(r))),
            range.Values.Select(v => (v.Key, Encoding.UTF8.GetString(v.Value.Span))));
    }

    /// <summary>Opens the damaged store and reads all of it: true where the damage is named, false where all is right.</summary>
    private async Task<bool> IsNamedAsync(long atLeast, string what)
    {
        try
        {
            await using var store = await OpenAsync();
            Assert.True(store.Revision >= atLeast, $"{what}: {store.Revision} of {Writes} writes are there, and nothing was said");
            await CompareAsync(store);
            return false;
        }
        catch (Exception e) when (e is StoreOpenException or StoreCorruptException)
        {
            Assert.Contains(Damaged, e.Message, StringComparison.Ordinal);
            return true;
        }
    }

    private async Task WriteAsync(CrashImage image)
    {
        await using var store = await StoreUrl.OpenAsync("sqlite:" + Original, Cancellation);
        for (var revision = 1; revision <= Writes; revision++)
        {
            await store.WriteAsync(WriteRequest.Create($"/k/{revision:d3}", Encoding.ASCII.GetBytes(ValueOf(revision))), Cancellation);
        }

        if (image == CrashImage.Taken)
        {
            File.Copy(Original, Original + ".crash");
            File.Copy(Original + "-wal", Original + ".crash-wal");
        }
    }

    private async Task RestoreCrashAsync(byte[] log)
    {
        Erase();
        File.Copy(Original + ".crash", Damaged, overwrite: true);
        await File.WriteAllBytesAsync(Damaged + "-wal", log, Cancellation);
    }

    private void Erase()
    {
        foreach (var file in (string[])[Damaged, Damaged + "-wal", Damaged + "-shm"])
        {
            File.Delete(file);
        }
    }

    private async Task<IStore> OpenAsync() => await StoreUrl.OpenAsync("sqlite:" + Damaged, Cancellation);

    private enum CrashImage
    {
        None,
        Taken,
    }
}
