using System.Globalization;

namespace Slipway.Store.Sqlite;

/// <summary>
/// Keeps other processes off a store's file through a lock on <c>FILE.lock</c>; the owner's pid stands in <c>FILE.pid</c>. The
/// system releases the lock when the owner ends, however it ends.
/// </summary>
internal sealed class FileClaim : IDisposable
{
    // What an open file that is locked by another answers: EAGAIN on Linux, EAGAIN on macOS, a sharing violation on Windows.
    private static readonly int[] LockedByAnother = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _lock;

    private FileClaim(FileStream held) => _lock = held;

    /// <summary>Claims a file.</summary>
    /// <param name="path">The store's file.</param>
    /// <exception cref="StoreOpenException">Another process has it, or the folder cannot be written.</exception>
    public static FileClaim Take(string path)
    {
        FileStream? held = null;
        try
        {
            held = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(path + ".pid", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new FileClaim(held);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            held?.Dispose();
            throw e switch
            {
                DirectoryNotFoundException => new StoreOpenException($"The store {path} cannot be made: its folder does not exist.", e),
                _ when LockedByAnother.Contains(e.HResult) => new StoreOpenException(
                    $"The store {path} is in use by process {Owner(path + ".pid")}. Stop that process, or use another data directory.", e),
                _ => new StoreOpenException($"The store {path} cannot be claimed: {e.Message}", e),
            };
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static string Owner(string name)
    {
        try
        {
            return File.ReadAllText(name) is { Length: > 0 } pid ? pid : "(unknown)";
        }
        catch (IOException)
        {
            // The pid only helps the message; the refusal stands without it.
            return "(unknown)";
        }
    }
}
