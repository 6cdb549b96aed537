namespace Slipway.Runtime.Clients;

/// <summary>The part of an object that one write touches.</summary>
public enum ObjectPart
{
    /// <summary>Metadata and everything else but the status.</summary>
    Main,

    /// <summary>The status alone, through its subresource.</summary>
    Status,
}
