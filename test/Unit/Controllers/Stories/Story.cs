using Slipway.Unit.Architecture;

namespace Slipway.Unit.Controllers.Stories;

/// <summary>Compares what happened, told line by line, with the story that stands in a file beside this one.</summary>
internal static class Story
{
    /// <summary>Compares; with <c>SLIPWAY_WRITE_STORIES=1</c> in the environment the file is written instead.</summary>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="lines">What happened.</param>
    public static void Tells(string name, IEnumerable<string> lines)
    {
        var file = Path.Combine(Repository.Root, "test", "Unit", "Controllers", "Stories", name + ".txt");
        var told = string.Join('\n', lines) + "\n";
        if (Environment.GetEnvironmentVariable("SLIPWAY_WRITE_STORIES") == "1")
        {
            File.WriteAllText(file, told);
        }

        Assert.True(File.Exists(file), $"There is no {file}: write it with SLIPWAY_WRITE_STORIES=1 and read it.");
        Assert.Equal(File.ReadAllText(file), told);
    }
}
