using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Slipway.Api.Admission.Rules;
using Slipway.Api.Bootstrap.Kubeadm;
using Slipway.Api.ControlPlane;
using Slipway.Api.Core.Shared;

namespace Slipway.Api.Admission.Kinds;

/// <summary>KubeadmControlPlane.</summary>
internal sealed partial class KubeadmControlPlaneRules : KindRules<KubeadmControlPlane>
{
    private const int DefaultCaDays = 3650;
    private const int DefaultDays = 365;
    private const string Cluster = "spec.kubeadmConfigSpec.clusterConfiguration";

    /// <inheritdoc/>
    protected override void Fill(JsonObject value, JsonObject? old)
    {
        Defaults.Set(value, "spec.replicas", 1);
        Defaults.Version(value, "spec.version");
        Defaults.Set(value, "spec.rollout.strategy.type", "RollingUpdate");
        Defaults.Set(value, "spec.rollout.strategy.rollingUpdate.maxSurge", 1);
    }

    /// <inheritdoc/>
    protected override void Check(KubeadmControlPlane value, KubeadmControlPlane? old, Faults faults)
    {
        var spec = value.Spec;
        var cluster = spec.KubeadmConfigSpec?.ClusterConfiguration;
        Replicas(faults, spec.Replicas, cluster?.Etcd?.External is not null);
        Version(faults, old?.Spec.Version, spec.Version);
        Surge(faults, spec.Rollout?.Strategy?.RollingUpdate?.MaxSurge, spec.Replicas);
        Certificates(faults, cluster, spec.Rollout?.Before?.CertificatesExpiryDays);
        FieldRules.Naming(faults, spec.MachineNaming?.Template);
        Images(faults, cluster);
        Etcd(faults, old?.Spec.KubeadmConfigSpec?.ClusterConfiguration?.Etcd, cluster?.Etcd);
        var atInit = spec.KubeadmConfigSpec?.InitConfiguration?.Timeouts?.ControlPlaneComponentHealthCheckSeconds;
        var atJoin = spec.KubeadmConfigSpec?.JoinConfiguration?.Timeouts?.ControlPlaneComponentHealthCheckSeconds;
        if (atInit != atJoin)
        {
            faults.Invalid(
                "spec.kubeadmConfigSpec.initConfiguration.timeouts.controlPlaneComponentHealthCheckSeconds",
                atInit ?? 0,
                $"the first machine and those that join wait equally long: write the same in joinConfiguration, where it is {(atJoin is null ? "not set" : atJoin.Value)}");
        }

        TaintRules.ControlPlane(faults, "spec.machineTemplate.spec.taints", spec.MachineTemplate.Spec.Taints);
        FieldRules.Metadata(faults, "spec.machineTemplate.metadata", spec.MachineTemplate.Metadata);
        KubeadmConfigSpecRules.Check(faults, "spec.kubeadmConfigSpec", spec.KubeadmConfigSpec ?? new());
    }

    /// <inheritdoc/>
    protected override void CheckChange(JsonObject value, JsonObject old, Faults faults) => KubeadmControlPlaneChanges.Check(faults, old, value);

    private static void Replicas(Faults faults, int? replicas, bool hasExternalEtcd)
    {
        const string Field = "spec.replicas";
        switch (replicas)
        {
            case null:
                faults.Required(Field, "say how many machines the control plane has, 1 or 3 for example");
                break;
            case <= 0:
                faults.Invalid(Field, replicas.Value, "a control plane has at least one machine; delete the Cluster to be rid of it");
                break;
            case var count when count % 2 == 0 && !hasExternalEtcd:
                faults.Forbidden(Field, $"{count} machines tolerate no more failures than {count - 1}: etcd among them wants an odd number");
                break;
        }
    }

    private static void Version(Faults faults, string? old, string version)
    {
        const string Field = "spec.version";
        FieldRules.Version(faults, Field, version);
        if (KubernetesVersion.TryParse(old, out var from) && KubernetesVersion.TryParse(version, out var to)
            && (to.Major > from.Major || to.Minor > from.Minor + 1))
        {
            faults.Invalid(Field, version, $"an upgrade goes one minor version at a time: from {from} to v{from.Major}.{from.Minor + 1} first");
        }
    }

    private static void Surge(Faults faults, IntOrString? surge, int? replicas)
    {
        const string Field = "spec.rollout.strategy.rollingUpdate.maxSurge";
        if (surge is null)
        {
            return;
        }

        if (surge.Value.Number is not (0 or 1))
        {
            faults.Invalid(Field, surge.Value.ToString(), "a control plane is replaced with one machine more (1) or without (0)");
        }
        else if (surge.Value.Number == 0 && replicas is null or < 3)
        {
            faults.Invalid(Field, 0, "without a machine more, a rollout needs at least 3 machines");
        }
    }

    private static void Certificates(Faults faults, ClusterConfiguration? cluster, int? expiryDays)
    {
        var ca = cluster?.CaCertificateValidityPeriodDays ?? DefaultCaDays;
        var certificate = cluster?.CertificateValidityPeriodDays ?? DefaultDays;
        if (cluster?.CertificateValidityPeriodDays > ca)
        {
            faults.Invalid($"{Cluster}.certificateValidityPeriodDays", certificate, $"certificates cannot outlive their authority, which is valid for {ca} days");
        }

        if (expiryDays >= certificate)
        {
            faults.Invalid("spec.rollout.before.certificatesExpiryDays", expiryDays.Value, $"certificates are valid for {certificate} days: machines would be replaced without end; write less");
        }
    }

    private static void Images(Faults faults, ClusterConfiguration? cluster)
    {
        Tag(faults, $"{Cluster}.etcd.local.imageTag", cluster?.Etcd?.Local?.ImageTag);
        var field = $"{Cluster}.dns.imageTag";
        var tag = cluster?.Dns?.ImageTag;
        Tag(faults, field, tag);
        if (tag is not null && ImageTag().IsMatch(tag) && !LooseVersion().IsMatch(tag))
        {
            faults.Invalid(field, tag, "the tag of a CoreDNS image is its version, as in v1.11.3");
        }
    }

    private static void Tag(Faults faults, string field, string? tag)
    {
        if (tag is not null && !ImageTag().IsMatch(tag))
        {
            faults.Invalid(field, tag, "an image tag has up to 128 letters, digits, '_', '.' and '-'; '+' is written '_'");
        }
    }

    private static void Etcd(Faults faults, Etcd? old, Etcd? etcd)
    {
        if (etcd is { Local: not null, External: not null })
        {
            faults.Forbidden($"{Cluster}.etcd", "etcd is on the control plane's own machines (local) or elsewhere (external): write one of the two");
        }

        if ((old?.External is not null) != (etcd?.External is not null) && old is not null)
        {
            faults.Forbidden($"{Cluster}.etcd", "etcd cannot move between the control plane's machines and elsewhere; make a new cluster");
        }
    }

    [GeneratedRegex(@"^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ImageTag();

    [GeneratedRegex(@"^v?[0-9]+\.[0-9]+\.[0-9]+([-_.].*)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LooseVersion();
}
