namespace Slipway.Server.Http.Requests;

/// <summary>What of an object a client wants to see.</summary>
internal enum Transform
{
    /// <summary>All of it.</summary>
    None,

    /// <summary>A row of printer columns.</summary>
    Table,

    /// <summary>Its metadata.</summary>
    PartialObjectMetadata,
}
