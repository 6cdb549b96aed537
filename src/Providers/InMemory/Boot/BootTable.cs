using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Slipway.Api.Infrastructure.Dev;
using Slipway.Machinery.Objects;

namespace Slipway.Providers.InMemory.Boot;

/// <summary>
/// How long each step of one machine's boot takes, and which one never ends. The same machine always gets the same
/// table: jitter comes from its uid. Pure.
/// </summary>
internal sealed class BootTable
{
    /// <summary>
    /// An annotation of the machine that names a step (<c>vm</c>, <c>node</c>, <c>etcd</c> or <c>apiserver</c>) which never
    /// finishes, to try out what happens then.
    /// </summary>
    public const string FailAtAnnotation = "inmemory.slipway.dev/fail-at";

    private readonly Dictionary<BootStep, TimeSpan> _delays = [];

    private BootTable(BootStep? failAt) => FailAt = failAt;

    /// <summary>The step that never finishes; null where all do.</summary>
    public BootStep? FailAt { get; }

    /// <summary>The table of a machine.</summary>
    /// <param name="spec">Its wishes; null for a machine that comes up at once.</param>
    /// <param name="metadata">Its uid and annotations.</param>
    /// <exception cref="FormatException">A duration or jitter cannot be read; the message names the field.</exception>
    public static BootTable Of(InMemoryMachineBackendSpec? spec, ObjectMeta metadata)
    {
        var table = new BootTable(metadata.Annotations.TryGetValue(FailAtAnnotation, out var step) ? Step(step) : null);
        table.Add(BootStep.Vm, "vm", spec?.Vm?.Provisioning, metadata.Uid);
        table.Add(BootStep.Node, "node", spec?.Node?.Provisioning, metadata.Uid);
        table.Add(BootStep.Etcd, "etcd", spec?.Etcd?.Provisioning, metadata.Uid);
        table.Add(BootStep.ApiServer, "apiServer", spec?.ApiServer?.Provisioning, metadata.Uid);
        return table;
    }

    /// <summary>How long a step takes.</summary>
    /// <param name="step">The step.</param>
    public TimeSpan Delay(BootStep step) => _delays[step];

    private void Add(BootStep step, string field, InMemoryProvisioningSettings? settings, string uid)
    {
        var path = $"spec.backend.inMemory.{field}.provisioning";
        var delay = settings?.StartupDuration is { Length: > 0 } text
            ? GoDuration.Parse(text) ?? throw new FormatException($"{path}.startupDuration: \"{text}\" is not a duration such as 10s or 1m30s.")
            : TimeSpan.Zero;
        var jitter = 0.0;
        if (settings?.StartupJitter is { Length: > 0 } share
            && !double.TryParse(share, NumberStyles.Float, CultureInfo.InvariantCulture, out jitter))
        {
            throw new FormatException($"{path}.startupJitter: \"{share}\" is not a number such as 0.2.");
        }

        _delays[step] = delay + (delay * jitter * Fraction(uid, step));
    }

    private static double Fraction(string uid, BootStep step)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{uid}/{step}"), hash);
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) / (double)uint.MaxValue;
    }

    private static BootStep Step(string name) => name switch
    {
        "vm" => BootStep.Vm,
        "node" => BootStep.Node,
        "etcd" => BootStep.Etcd,
        "apiserver" => BootStep.ApiServer,
        _ => throw new FormatException($"metadata.annotations[{FailAtAnnotation}]: \"{name}\" is not one of vm, node, etcd, apiserver."),
    };
}
