using Slipway.Api.Bootstrap;
using Slipway.Api.Conditions;
using Slipway.Api.ControlPlane;
using Slipway.Api.Core;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.Shared;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Api.Kubernetes.Pods;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Controllers.KubeadmControlPlanes;
using Slipway.Controllers.KubeadmControlPlanes.Health;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Controllers.Shared;
using Slipway.Controllers.Workloads;
using Slipway.Controllers.Workloads.Etcd;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Unit.Controllers.KubeadmControlPlanes;

/// <summary>A control plane whose machines boot and go as they are told, one stage a turn.</summary>
internal sealed class ControlPlaneWorld
{
    private const string Providers = "infrastructure.cluster.x-k8s.io";
    private readonly List<Resident> _residents = [];
    private readonly RandomSource _random = RandomSource.Seeded(7);
    private KubeadmControlPlane _plane;
    private ulong _members;
    private int _born;
    private bool _initialized;

    public ControlPlaneWorld(int replicas, string version = "v1.30.0", int? maxSurge = null)
    {
        _plane = new KubeadmControlPlane
        {
            Metadata = Given.Meta("kcp"),
            Spec = new KubeadmControlPlaneSpec
            {
                Replicas = replicas,
                Version = version,
                MachineTemplate = new KubeadmControlPlaneMachineTemplate { Spec = new() { InfrastructureRef = Given.Reference("DockerMachineTemplate", "small") } },
                Rollout = maxSurge is { } surge
                    ? new KubeadmControlPlaneRolloutSpec { Strategy = new() { Type = "RollingUpdate", RollingUpdate = new() { MaxSurge = surge } } }
                    : null,
            },
        };
    }

    public DateTimeOffset Now { get; private set; } = Given.Now;

    public KubeadmControlPlane Plane
    {
        get => _plane;
        set => _plane = value;
    }

    public int Count => _residents.Count;

    public IEnumerable<string> Names => _residents.Select(r => r.Machine.Metadata.Name);

    /// <summary>Lets a machine's etcd member complain, so that its health check fails.</summary>
    public void Break(int index)
    {
        var sick = _residents[index];
        sick.IsSick = true;
        Set(sick, Facts.False(ConditionTypes.HealthCheckSucceeded, MachineReasons.UnhealthyNode, "Node is not ready"));
        Set(sick, Facts.False(ConditionTypes.OwnerRemediated, MachineReasons.WaitingForRemediation));
    }

    public View Look() => Plan.Judge(new View
    {
        ControlPlane = _plane,
        Cluster = Given.Cluster() with { Spec = Given.Cluster().Spec with { ControlPlaneEndpoint = new APIEndpoint { Host = "10.0.0.1", Port = 6443 } } },
        Machines = [.. _residents.Select(See)],
        Template = Given.Found("DockerMachineTemplate", "small"),
        InfrastructureKind = Given.Kind(Providers, "DockerMachine"),
        Certificates = new CertificateSet
        {
            Pairs = CertificatePurposes.Of(null).ToDictionary(p => p, p => new CertificatePair(p, "certificate", "key")),
        },
        Kubeconfig = new Slipway.Api.Kubernetes.Secret { Metadata = Given.Meta("c-kubeconfig") },
        Workload = Facts_(),
        Now = Now,
    });

    /// <summary>One pass and its consequences, told as sentences.</summary>
    public IReadOnlyList<string> Turn()
    {
        var view = Look();
        var plan = Plan.Make(view, _random);
        var lines = new List<string>();
        foreach (var change in plan.Changes)
        {
            if (Apply(change))
            {
                lines.Add($"  {change}");
            }
        }

        if (lines.Count == 0 && plan.LookFor.Length > 0)
        {
            lines.Add($"  wait: {plan.LookFor}");
        }

        Advance();
        return lines;
    }

    /// <summary>Whether there is nothing left to do.</summary>
    public bool IsSettled => _residents.Count == (_plane.Metadata.IsDeleting ? 0 : _plane.Spec.Replicas)
        && Look() is var view && view.Machines.All(m => m.IsUpToDate && !m.IsDeleting && m.NodeName is not null && !m.IsToRemediate);

    /// <summary>How many etcd members could vote, and how many of them are whole.</summary>
    public (int Voting, int Healthy) Etcd => (_residents.Count(r => r.Member > 0), _residents.Count(r => r.Member > 0 && !r.IsSick));

    public override string ToString() => _residents.Count == 0 ? "no machines" : string.Join(", ", _residents.Select(r =>
        $"{r.Machine.Metadata.Name} {r.Machine.Spec.Version}{(r.Machine.Metadata.IsDeleting ? " going" : r.Machine.Status.NodeRef is null ? " booting" : r.IsSick ? " sick" : "")}"));

    private WorkloadFacts Facts_() => new()
    {
        Cluster = _initialized ? Machines.Workload.Connected : null,
        State = _initialized ? new WorkloadState(WorkloadPhase.Connected, "", Now) : WorkloadState.Unseen,
        IsConnected = _initialized,
        HasKubeadmConfig = _initialized,
        Nodes = Present().ToDictionary(r => r.Name, NodeOf),
        Pods = Present().SelectMany(PodsOf).ToDictionary(p => p.Metadata.Name),
        Etcd = _initialized
            ? new EtcdSnapshot(
                [.. _residents.Where(r => r.Member > 0).Select(r => new EtcdMember(r.Member, r.Name))],
                [.. _residents.Where(r => r.Member > 0 && r.IsSick).Select(r => new EtcdAlarm(r.Member, "NOSPACE"))])
            : null,
    };

    private IEnumerable<Resident> Present() => _residents.Where(r => r.Machine.Status.NodeRef is not null);

    private ControlPlaneMachine See(Resident resident) => new()
    {
        Machine = resident.Machine,
        Config = resident.Config,
        Infrastructure = new Unstructured(new System.Text.Json.Nodes.JsonObject
        {
            ["metadata"] = new System.Text.Json.Nodes.JsonObject
            {
                ["name"] = resident.Name,
                ["labels"] = new System.Text.Json.Nodes.JsonObject(resident.Machine.Metadata.Labels.Select(l => KeyValuePair.Create(l.Key, (System.Text.Json.Nodes.JsonNode?)l.Value))),
                ["annotations"] = new System.Text.Json.Nodes.JsonObject
                {
                    [Annotations.ClonedFromName] = resident.Template,
                    [Annotations.ClonedFromGroupKind] = $"DockerMachineTemplate.{Providers}",
                },
            },
        }),
        Node = resident.Machine.Status.NodeRef is null ? null : NodeOf(resident),
    };

    private static Node NodeOf(Resident resident) => new()
    {
        Metadata = Given.Meta(resident.Name) with { Labels = new Dictionary<string, string> { [Labels.NodeRoleControlPlane] = "" } },
        Spec = new NodeSpec { Taints = [new Taint { Key = TaintKeys.ControlPlane, Effect = "NoSchedule" }] },
        Status = new NodeStatus { Conditions = [new NodeCondition { Type = "Ready", Status = "True" }] },
    };

    private static IEnumerable<Pod> PodsOf(Resident resident) => PodHealth.Components.Values.Select(component => new Pod
    {
        Metadata = new ObjectMeta { Name = $"{component}-{resident.Name}" },
        Status = new PodStatus { Phase = "Running", Conditions = [new PodCondition { Type = "Ready", Status = "True" }] },
    });

    private bool Apply(Change change)
    {
        switch (change)
        {
            case Change.KeepMachine keep:
                _residents.Single(r => r.Name == keep.Machine.Name).Machine = keep.After;
                return false;
            case Change.CreateMachine create:
                var view = Look();
                _residents.Add(new Resident
                {
                    Machine = Born(DesiredMachine.Make(view, create, Given.Kind(Providers, "DockerMachine"))),
                    Config = DesiredMachine.MakeConfig(view, create),
                    Template = _plane.Spec.MachineTemplate.Spec.InfrastructureRef.Name,
                });
                if (create.RemediationFor is not null)
                {
                    _plane = _plane.WithMetadata(_plane.Metadata.WithoutAnnotation(Annotations.RemediationInProgress));
                }

                return true;
            case Change.DeleteMachine delete:
                Delete(delete.Machine.Name);
                return true;
            case Change.Remediate remediate:
                Set(_residents.Single(r => r.Name == remediate.Machine.Name), remediate.Answer);
                if (remediate.Record is { } record)
                {
                    Delete(remediate.Machine.Name);
                    _plane = _plane.WithMetadata(_plane.Metadata.WithAnnotation(Annotations.RemediationInProgress, record));
                }

                return true;
            case Change.ReleaseMachine release:
                _residents.RemoveAll(r => r.Name == release.Machine.Name);
                return true;
            case Change.OwnTemplate or Change.KeepAddOns:
                return false;
            default:
                return true;
        }
    }

    private Machine Born(Machine machine) => machine with
    {
        Metadata = machine.Metadata with { Uid = "uid-" + machine.Metadata.Name, CreationTimestamp = Now.AddSeconds(_born++), Generation = 1 },
        Status = new MachineStatus(),
    };

    private void Delete(string name)
    {
        var resident = _residents.Single(r => r.Name == name);
        resident.Machine = resident.Machine.WithMetadata(resident.Machine.Metadata with { DeletionTimestamp = Now });
    }

    private void Set(Resident resident, Condition condition) => resident.Machine = resident.Machine with
    {
        Status = resident.Machine.Status with { Conditions = ConditionSet.Set(resident.Machine.Status.Conditions, condition, Now, 1) },
    };

    private void Advance()
    {
        Now = Now.AddMinutes(1);
        foreach (var resident in _residents)
        {
            var machine = resident.Machine;
            if (machine.Metadata.IsDeleting)
            {
                Set(resident, Facts.True(ConditionTypes.Deleting, MachineReasons.WaitingForPreTerminateHook));
            }
            else if (machine.Spec.ProviderID is null)
            {
                resident.Machine = machine with { Spec = machine.Spec with { ProviderID = "sim://" + resident.Name } };
            }
            else if (machine.Status.NodeRef is null)
            {
                resident.Machine = machine with { Status = machine.Status with { NodeRef = new MachineNodeReference { Name = resident.Name } } };
                resident.Member = ++_members;
                _initialized = true;
                _plane = _plane with
                {
                    Status = _plane.Status with { Initialization = new KubeadmControlPlaneInitializationStatus { ControlPlaneInitialized = true } },
                };
            }
        }
    }

    private sealed class Resident
    {
        public required Machine Machine { get; set; }

        public required KubeadmConfig Config { get; init; }

        public required string Template { get; init; }

        public ulong Member { get; set; }

        public bool IsSick { get; set; }

        public string Name => Machine.Metadata.Name;
    }
}
