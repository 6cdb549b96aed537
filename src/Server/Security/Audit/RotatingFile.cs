using System.Globalization;

namespace Slipway.Server.Security.Audit;

/// <summary>A file of lines that begins anew when it is full; the full ones stay beside it as <c>.1</c> (the last), <c>.2</c> and so on. For one thread.</summary>
/// <param name="path">The file.</param>
/// <param name="largest">How large a file may get, in bytes.</param>
/// <param name="kept">How many full ones stay.</param>
internal sealed class RotatingFile(string path, long largest, int kept) : IDisposable
{
    private FileStream? _stream;

    /// <summary>Adds a line.</summary>
    /// <param name="line">The line with its end.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Write(ReadOnlySpan<byte> line)
    {
        _stream ??= Open();
        if (_stream.Length > 0 && _stream.Length + line.Length > largest)
        {
            _stream.Dispose();
            _stream = null;
            Shift();
            _stream = Open();
        }

        _stream.Write(line);
    }

    /// <summary>Hands over to the system what was written.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Flush() => _stream?.Flush();

    /// <inheritdoc/>
    public void Dispose() => _stream?.Dispose();

    private FileStream Open()
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 64 * 1024 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    private void Shift()
    {
        File.Delete(Numbered(kept));
        for (var number = kept - 1; number >= 1; number--)
        {
            if (File.Exists(Numbered(number)))
            {
                File.Move(Numbered(number), Numbered(number + 1), overwrite: true);
            }
        }

        if (kept > 0)
        {
            File.Move(path, Numbered(1), overwrite: true);
        }
        else
        {
            File.Delete(path);
        }
    }

    private string Numbered(int number) => string.Create(CultureInfo.InvariantCulture, $"{path}.{number}");
}
