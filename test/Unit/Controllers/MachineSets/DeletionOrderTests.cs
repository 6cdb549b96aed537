using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Machines;
using Slipway.Controllers.MachineSets;

namespace Slipway.Unit.Controllers.MachineSets;

public sealed class DeletionOrderTests
{
    [Fact]
    public void Leaving_then_marked_then_updating_then_sick_then_any()
    {
        Machine[] machines =
        [
            Given.Machine("any"),
            Given.Machine("sick", (ConditionTypes.NodeHealthy, "False")),
            Given.Machine("updating").Annotated(Annotations.UpdateInProgress),
            Given.Machine("marked").Annotated(Annotations.DeleteMachine),
            Given.Machine("leaving").Leaving(),
        ];
        Assert.Equal(["leaving", "marked", "updating", "sick", "any"], Names(machines, null));
    }

    [Theory]
    [InlineData("Oldest", new[] { "a-old", "b-middle", "c-new" })]
    [InlineData("Newest", new[] { "c-new", "b-middle", "a-old" })]
    [InlineData("Random", new[] { "a-old", "b-middle", "c-new" })]
    public void By_age_where_asked_for(string order, string[] names) =>
        Assert.Equal(names, Names([Aged("b-middle", 5), Aged("c-new", 1), Aged("a-old", 50)], order));

    [Fact]
    public void A_sick_machine_goes_before_a_very_old_one() =>
        Assert.Equal(["sick", "ancient"], Names([Aged("ancient", 50_000), Given.Machine("sick", (ConditionTypes.HealthCheckSucceeded, "False"))], "Oldest"));

    private static Machine Aged(string name, int days) =>
        Given.Machine(name) is var m ? m.WithMetadata(m.Metadata with { CreationTimestamp = Given.Now.AddDays(-days) }) : null!;

    private static string[] Names(IEnumerable<Machine> machines, string? order) =>
        [.. DeletionOrder.Sort(machines, order, Given.Now).Select(m => m.Metadata.Name)];
}
