using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Server.Admission;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.Resources;
using Slipway.Server.Verbs.Admitting;
using Slipway.Server.Watching;

namespace Slipway.Server.Verbs.Writing;

/// <summary>Writes of the <c>scale</c> subresource.</summary>
internal static class ScaleEdit
{
    /// <summary>Takes a changed scale over into its object.</summary>
    /// <param name="call">The call.</param>
    /// <param name="current">The present object.</param>
    /// <param name="edit">The change of the scale.</param>
    /// <returns>The object wanted, in the stored version.</returns>
    public static JsonObject Apply(Call call, CachedObject current, Edit edit)
    {
        var value = Conversion.Convert(current.Tree(), call.Definition, call.Definition.Storage);
        var scale = edit(ScaleView.Of(call, value, current.Revision));
        Intake.CheckType(scale, ScaleView.ScaleType, isOptional: true);
        if (MetadataRules.Shape(scale, new Findings()) is { } fault)
        {
            throw Refuse.BadRequest(fault);
        }

        Preconditions.Check(call, scale, current);
        if (scale["spec"] is not (null or JsonObject))
        {
            throw Invalid(call, Admission.Invalid.Type("spec", scale["spec"], "object"));
        }

        var replicas = (scale["spec"] as JsonObject)?["replicas"];
        if (replicas is not null && Meta.Whole(replicas) is null)
        {
            throw Invalid(call, Admission.Invalid.Type("spec.replicas", replicas, "integer"));
        }

        var wanted = Meta.Whole(replicas) ?? 0;
        if (wanted is < 0 or > int.MaxValue)
        {
            throw Invalid(call, Admission.Invalid.Value("spec.replicas", replicas, "should be a non-negative integer"));
        }

        Set(value, ScaleView.Paths(call).SpecReplicas, wanted);
        return value;
    }

    private static Exception Invalid(Call call, FieldError error) => Refuse.Invalid(ScaleView.ScaleType.GroupKind, call.Name, [error]);

    private static void Set(JsonObject value, string path, long number)
    {
        var names = path.Split('.', StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names[..^1])
        {
            if (value[name] is not JsonObject inner)
            {
                value[name] = inner = [];
            }

            value = inner;
        }

        value[names[^1]] = number;
    }
}
