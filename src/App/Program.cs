using System.CommandLine;
using Slipway.App.Commands;

// Stopping the plane takes a moment: watches end, the store is closed.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) };
return await Root.Create().Parse(args).InvokeAsync(configuration);
