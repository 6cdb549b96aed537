using Slipway.Api.Core.Machines;
using Slipway.Api.Kubernetes.Nodes;

namespace Slipway.Controllers.MachineHealthChecks;

/// <summary>A Machine that is looked after.</summary>
/// <param name="Machine">The Machine.</param>
/// <param name="Node">Its Node; null where there is none, or none is known.</param>
/// <param name="NodesKnown">Whether the workload cluster's Nodes are known at all: without, a missing Node says nothing.</param>
internal sealed record Target(Machine Machine, Node? Node, bool NodesKnown);
