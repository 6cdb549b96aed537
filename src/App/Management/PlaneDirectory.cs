using Slipway.App.Output;

namespace Slipway.App.Management;

/// <summary>
/// The folder that a management plane lives in: <c>slipway.db</c> (the store), <c>pki/</c> (its keys and certificates),
/// <c>kubeconfig</c> (how to reach it) and <c>clusters/</c> (simulated workload clusters and their kubeconfigs).
/// </summary>
/// <param name="Path">Its absolute path.</param>
internal sealed record PlaneDirectory(string Path)
{
    /// <summary>The kubeconfig of the administrator.</summary>
    public string Kubeconfig => System.IO.Path.Combine(Path, "kubeconfig");

    /// <summary>The store's file.</summary>
    public string Database => System.IO.Path.Combine(Path, "slipway.db");

    /// <summary>Keys and certificates.</summary>
    public string Pki => System.IO.Path.Combine(Path, "pki");

    /// <summary>The stores of simulated workload clusters.</summary>
    public string Clusters => System.IO.Path.Combine(Path, "clusters");

    /// <summary>The port the plane listened on last, so that kubeconfigs stay good over a restart.</summary>
    public string Port => System.IO.Path.Combine(Path, "port");

    /// <summary>
    /// The folder a command means: the one given, else <c>SLIPWAY_DATA</c>, else <c>slipway</c> below
    /// <c>XDG_DATA_HOME</c> or <c>~/.local/share</c>.
    /// </summary>
    /// <param name="given">The option's value; null where it was not given.</param>
    public static PlaneDirectory At(string? given)
    {
        var path = given ?? Environment.GetEnvironmentVariable("SLIPWAY_DATA");
        if (string.IsNullOrEmpty(path))
        {
            var home = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
            home = string.IsNullOrEmpty(home) ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) : home;
            path = System.IO.Path.Combine(home, "slipway");
        }

        return new PlaneDirectory(System.IO.Path.GetFullPath(path));
    }

    /// <summary>A new folder of its own below the system's temporary folder.</summary>
    public static PlaneDirectory Fresh() => new(Directory.CreateTempSubdirectory("slipway-").FullName);

    /// <summary>Makes the folder, readable by its owner alone.</summary>
    /// <exception cref="CommandException">The folder cannot be made or written.</exception>
    public void Create()
    {
        try
        {
            foreach (var folder in (string[])[Path, Pki, Clusters])
            {
                if (OperatingSystem.IsWindows())
                {
                    Directory.CreateDirectory(folder);
                }
                else
                {
                    Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(
                ExitCode.Usage,
                $"The data directory {Path} cannot be used: {e.Message} Choose another with --data DIR.");
        }
    }

    /// <summary>Writes a file that only its owner may read, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its content.</param>
    public static void WriteSecret(string path, string text)
    {
        var part = path + ".part";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(part, options))
        {
            writer.Write(text);
        }

        File.Move(part, path, overwrite: true);
    }
}
