using Slipway.Benchmarks;

if (Settings.Read(args) is not { } settings)
{
    Console.Error.WriteLine(Settings.Help);
    return 2;
}

return await Session.RunAsync(settings);
