using System.Reflection;

namespace Slipway.App.Management;

/// <summary>Which Slipway this is.</summary>
internal static class ProgramVersion
{
    /// <summary>The version with the commit it was built from, for example <c>0.1.0+4cb5f07</c>.</summary>
    public static string Full { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    /// <summary>The version alone.</summary>
    public static string Short { get; } = Full.Split('+')[0];
}
