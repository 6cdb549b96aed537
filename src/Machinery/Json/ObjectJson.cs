using System.Text.Json.Serialization;
using Slipway.Machinery.Objects;

namespace Slipway.Machinery.Json;

/// <summary>The machinery's own types for source-generated JSON; <see cref="KubernetesJson"/> gives the options.</summary>
[JsonSerializable(typeof(ObjectMeta))]
[JsonSerializable(typeof(OwnerReference))]
[JsonSerializable(typeof(Condition))]
[JsonSerializable(typeof(LabelSelector))]
[JsonSerializable(typeof(Status))]
[JsonSerializable(typeof(ListMeta))]
public sealed partial class ObjectJson : JsonSerializerContext;
