using Slipway.Server.Security.Rbac;
using Slipway.Server.Security.Tokens;

namespace Slipway.Server.Http.Access;

/// <summary>Who is let in, and to what.</summary>
internal sealed record AccessRules
{
    /// <summary>Who may do what.</summary>
    public Authorizer Authorizer { get; init; } = Authorizer.Defaults;

    /// <summary>Whom bearer tokens stand for; null where none is good.</summary>
    public TokenAuthentication? Tokens { get; init; }

    /// <summary>Whether somebody without credentials is let in as <c>system:anonymous</c>, to what that user may see.</summary>
    public bool Anonymous { get; init; } = true;
}
