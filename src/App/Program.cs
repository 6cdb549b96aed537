using Slipway.App.Commands;

return await Root.Create().Parse(args).InvokeAsync();
