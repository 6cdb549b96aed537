using System.CommandLine;
using Slipway.App.Commands;
using Slipway.App.Output;

// Stopping the plane takes a moment: watches end, the store is closed.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) };
var line = Root.Create().Parse(args);
var code = await line.InvokeAsync(configuration);
return line.Errors.Count > 0 ? ExitCode.Usage : code;
