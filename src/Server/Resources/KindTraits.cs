namespace Slipway.Server.Resources;

/// <summary>The habits in which kinds differ. Immutable.</summary>
internal sealed record KindTraits
{
    /// <summary>How objects may be called.</summary>
    public NameRule Names { get; init; } = NameRule.Subdomain;

    /// <summary>Whether an object may be replaced without naming the resource version that was read.</summary>
    public bool UnconditionalUpdate { get; init; } = true;

    /// <summary>Whether replacing an object that does not exist makes it.</summary>
    public bool CreateOnUpdate { get; init; }

    /// <summary>Whether <c>metadata.generation</c> counts changes of the desired state.</summary>
    public bool CountsGeneration { get; init; }

    /// <summary>Whether a write to <c>status</c> may change labels, annotations and the like as well.</summary>
    public bool StatusWritesMetadata { get; init; } = true;

    /// <summary>Whether objects are kept; what is not kept is a question, answered once.</summary>
    public bool IsStored { get; init; } = true;

    /// <summary>The habits of every custom resource.</summary>
    public static KindTraits CustomResource { get; } = new()
    {
        UnconditionalUpdate = false,
        CountsGeneration = true,
        StatusWritesMetadata = false,
    };
}
