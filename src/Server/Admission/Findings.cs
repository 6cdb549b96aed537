using Slipway.Machinery.Objects;

namespace Slipway.Server.Admission;

/// <summary>What was found while a request was looked through.</summary>
internal sealed class Findings
{
    private readonly List<string> _strict;
    private readonly List<string> _warnings = [];
    private readonly List<FieldError> _errors = [];
    private Dictionary<string, string>? _annotations;

    /// <summary>Begins with nothing, or with what was found before.</summary>
    /// <param name="strict">Fields that are unknown or written twice.</param>
    public Findings(params IEnumerable<string> strict) => _strict = [.. strict];

    /// <summary>Fields that are unknown or written twice, in the words of strict decoding.</summary>
    public IReadOnlyList<string> Strict => _strict;

    /// <summary>Sentences for the client's <c>Warning</c> headers.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>What makes the object invalid.</summary>
    public IReadOnlyList<FieldError> Errors => _errors;

    /// <summary>Words for the audit log, by key.</summary>
    public IReadOnlyDictionary<string, string> Annotations => _annotations ?? NoAnnotations;

    private static IReadOnlyDictionary<string, string> NoAnnotations { get; } = new Dictionary<string, string>(0);

    /// <summary>Adds a word for the audit log; the first of a key stands.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">The word.</param>
    public void Annotate(string key, string value) => (_annotations ??= []).TryAdd(key, value);

    /// <summary>A field that is written twice.</summary>
    /// <param name="path">Where.</param>
    public void Duplicate(string path) => Note($"duplicate field \"{path}\"");

    /// <summary>A field that the kind does not have.</summary>
    /// <param name="path">Where.</param>
    public void Unknown(string path) => Note($"unknown field \"{path}\"");

    /// <summary>Tells the client something that is no refusal.</summary>
    /// <param name="sentence">The sentence.</param>
    public void Warn(string sentence) => _warnings.Add(sentence);

    /// <summary>Adds what makes the object invalid.</summary>
    /// <param name="errors">Faults.</param>
    public void Add(IEnumerable<FieldError> errors) => _errors.AddRange(errors);

    /// <summary>Adds a fault.</summary>
    /// <param name="error">The fault.</param>
    public void Add(FieldError error) => _errors.Add(error);

    private void Note(string finding)
    {
        if (!_strict.Contains(finding))
        {
            _strict.Add(finding);
        }
    }
}
