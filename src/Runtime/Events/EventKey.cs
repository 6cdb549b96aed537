using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Events;

/// <summary>What makes two events the same but for their times.</summary>
/// <param name="Uid">The uid of the object told of.</param>
/// <param name="About">Its namespace and name.</param>
/// <param name="Type"><c>Normal</c> or <c>Warning</c>.</param>
/// <param name="Reason">For programs.</param>
/// <param name="Message">For people.</param>
internal readonly record struct EventKey(string Uid, ObjectKey About, string Type, string Reason, string Message);
