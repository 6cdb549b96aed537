using System.CommandLine;
using Slipway.App.Management;

namespace Slipway.App.Commands;

/// <summary>The options by which a command finds the plane it speaks to.</summary>
internal sealed class PlaneOptions
{
    private readonly Option<string?> _data = Shared.Data();
    private readonly Option<string?> _kubeconfig = Shared.Kubeconfig();

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    public PlaneOptions(Command command)
    {
        command.Options.Add(_data);
        command.Options.Add(_kubeconfig);
    }

    /// <summary>Connects as the command line says.</summary>
    /// <param name="result">The command line.</param>
    public PlaneConnection Open(ParseResult result) => PlaneConnection.Open(PlaneDirectory.At(result.GetValue(_data)), result.GetValue(_kubeconfig));
}
