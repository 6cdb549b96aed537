using System.Text;

namespace Slipway.Runtime.Clients.Http;

/// <summary>Builds the address of a request: a path, then parameters.</summary>
/// <param name="path">The path, without parameters.</param>
internal struct RequestAddress(string path)
{
    private StringBuilder? _query;

    /// <summary>Adds a parameter; an empty value adds nothing.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="value">Its value, as it is.</param>
    public void Add(string name, string value)
    {
        if (value.Length == 0)
        {
            return;
        }

        _query = _query?.Append('&') ?? new StringBuilder("?");
        _query.Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }

    /// <summary>Adds the parameters of a write.</summary>
    /// <param name="options">How to write.</param>
    public void Add(WriteOptions options)
    {
        Add("fieldManager", options.FieldManager);
        Add("fieldValidation", options.FieldValidation);
        Add("dryRun", options.DryRun ? "All" : "");
        Add("force", options.Force ? "true" : "");
    }

    /// <summary>The address.</summary>
    public override readonly string ToString() => path + _query;
}
