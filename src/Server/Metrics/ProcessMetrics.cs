using System.Diagnostics;

namespace Slipway.Server.Metrics;

/// <summary>The numbers of the process, as every Prometheus client library names them.</summary>
internal static class ProcessMetrics
{
    /// <summary>The families.</summary>
    public static IEnumerable<IMetric> All { get; } =
    [
        One("process_cpu_seconds_total", "counter", "User and system time of the process in seconds.", () => Environment.CpuUsage.TotalTime.TotalSeconds),
        One("process_resident_memory_bytes", "gauge", "Resident memory of the process in bytes.", () => Environment.WorkingSet),
        One("process_virtual_memory_bytes", "gauge", "Virtual memory of the process in bytes.", () => Of(p => p.VirtualMemorySize64)),
        One("process_start_time_seconds", "gauge", "When the process began, in seconds since 1970.", () => Of(p => new DateTimeOffset(p.StartTime).ToUnixTimeMilliseconds() / 1000.0)),
        One("process_open_fds", "gauge", "Open file descriptors; 0 where the system does not tell.", OpenFiles),
        One("dotnet_gc_heap_size_bytes", "gauge", "The managed heap in bytes.", () => GC.GetTotalMemory(forceFullCollection: false)),
        One("dotnet_gc_collections_total", "counter", "Garbage collections.", () => GC.CollectionCount(0)),
    ];

    private static Readings<NoLabels> One(string name, string type, string help, Func<double> read) => new(name, type, help, () => [(default, read())]);

    private static double Of(Func<Process, double> read)
    {
        using var process = Process.GetCurrentProcess();
        return read(process);
    }

    private static double OpenFiles()
    {
        const string descriptors = "/proc/self/fd";
        return Directory.Exists(descriptors) ? Directory.EnumerateFileSystemEntries(descriptors).Count() : 0;
    }
}
