namespace Slipway.Server.Callouts;

/// <summary>
/// Tells where a Service of the cluster answers. There is no cluster network in front of a server in a process, so whoever
/// starts it says where the Services that webhooks name can be reached. Must be quick and safe for concurrent use.
/// </summary>
/// <param name="service">The Service and its port.</param>
/// <returns>An address of which host and port count, or null where there is no such Service.</returns>
public delegate Uri? ServiceResolver(ServiceReference service);
