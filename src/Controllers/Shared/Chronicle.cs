using Microsoft.Extensions.Logging;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Events;

namespace Slipway.Controllers.Shared;

/// <summary>Tells of every change twice: to people as an Event on the object, to operators as a line in the log.</summary>
/// <param name="events">Where events go.</param>
/// <param name="log">Where lines go.</param>
internal sealed partial class Chronicle(EventRecorder events, ILogger log)
{
    /// <summary>A change was made.</summary>
    /// <param name="about">The object that it was made for.</param>
    /// <param name="reason">What was done, as one CamelCase word.</param>
    /// <param name="sentence">What was done and why.</param>
    public void Did(IKubernetesObject about, string reason, string sentence)
    {
        events.Normal(about, reason, sentence);
        Did(log, sentence, about.Kind, about.Metadata.Key);
    }

    /// <summary>A small change was made, of which only operators want to know.</summary>
    /// <param name="about">The object that it was made for.</param>
    /// <param name="sentence">What was done and why.</param>
    public void Kept(IKubernetesObject about, string sentence) => Kept(log, sentence, about.Kind, about.Metadata.Key);

    /// <summary>A change was refused.</summary>
    /// <param name="about">The object that it was to be made for.</param>
    /// <param name="reason">What failed, as one CamelCase word.</param>
    /// <param name="sentence">What was to be done and why.</param>
    /// <param name="refusal">The server's answer.</param>
    public void Failed(IKubernetesObject about, string reason, string sentence, ApiException refusal)
    {
        events.Warning(about, reason, $"could not {sentence}: {refusal.Message}");
        Failed(log, sentence, about.Kind, about.Metadata.Key, refusal.Message);
    }

    /// <summary>Something was found that people may have to look after.</summary>
    /// <param name="about">The object.</param>
    /// <param name="reason">What was found, as one CamelCase word.</param>
    /// <param name="sentence">What was found and what to do.</param>
    public void Warned(IKubernetesObject about, string reason, string sentence)
    {
        events.Warning(about, reason, sentence);
        Warned(log, sentence, about.Kind, about.Metadata.Key);
    }

    [LoggerMessage(4000, LogLevel.Information, "{Change} (for {Kind} {Object})")]
    private static partial void Did(ILogger log, string change, string kind, ObjectKey @object);

    [LoggerMessage(4001, LogLevel.Debug, "{Change} (for {Kind} {Object})")]
    private static partial void Kept(ILogger log, string change, string kind, ObjectKey @object);

    [LoggerMessage(4002, LogLevel.Warning, "Could not {Change} (for {Kind} {Object}): {Refusal}")]
    private static partial void Failed(ILogger log, string change, string kind, ObjectKey @object, string refusal);

    [LoggerMessage(4003, LogLevel.Warning, "{Finding} ({Kind} {Object})")]
    private static partial void Warned(ILogger log, string finding, string kind, ObjectKey @object);
}
