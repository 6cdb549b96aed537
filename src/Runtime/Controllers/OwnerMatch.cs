namespace Slipway.Runtime.Controllers;

/// <summary>Which owner references lead from an object to the one that is worked on.</summary>
public enum OwnerMatch
{
    /// <summary>Only the one that says <c>controller: true</c>.</summary>
    Controller,

    /// <summary>Any.</summary>
    Any,
}
