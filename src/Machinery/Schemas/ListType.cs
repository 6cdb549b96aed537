namespace Slipway.Machinery.Schemas;

/// <summary>How the items of a list are told apart (<c>x-kubernetes-list-type</c>).</summary>
public enum ListType
{
    /// <summary>They are not: the list is one value.</summary>
    Atomic,

    /// <summary>By their values, which differ.</summary>
    Set,

    /// <summary>By the members named in <c>x-kubernetes-list-map-keys</c>, which differ.</summary>
    Map,
}
