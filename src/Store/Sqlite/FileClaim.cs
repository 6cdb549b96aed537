using System.Globalization;

namespace Slipway.Store.Sqlite;

/// <summary>
/// Keeps other processes off a store's file through a lock on <c>FILE.lock</c>; the owner's pid stands in <c>FILE.pid</c>. The
/// system releases the lock when the owner ends, however it ends.
/// </summary>
internal sealed class FileClaim : IDisposable
{
    private readonly FileStream _lock;

    private FileClaim(FileStream held) => _lock = held;

    /// <summary>Claims a file.</summary>
    /// <param name="path">The store's file.</param>
    /// <exception cref="StoreOpenException">Another process has it, or the folder cannot be written.</exception>
    public static FileClaim Take(string path)
    {
        var name = path + ".lock";
        try
        {
            var held = new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(path + ".pid", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new FileClaim(held);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StoreOpenException($"The store {path} cannot be claimed: {e.Message}", e);
        }
        catch (DirectoryNotFoundException e)
        {
            throw new StoreOpenException($"The store {path} cannot be made: its folder does not exist.", e);
        }
        catch (IOException e)
        {
            throw new StoreOpenException(
                $"The store {path} is in use by process {Owner(path + ".pid")}. Stop that process, or use another data directory.", e);
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
