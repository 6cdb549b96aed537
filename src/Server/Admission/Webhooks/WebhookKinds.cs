using Slipway.Machinery.Objects;

namespace Slipway.Server.Admission.Webhooks;

/// <summary>The kinds that configure admission. They are never subject to webhooks, or a wrong one could not be mended.</summary>
internal static class WebhookKinds
{
    /// <summary>The API group.</summary>
    public const string Group = "admissionregistration.k8s.io";

    /// <summary>Webhooks that may change objects.</summary>
    public const string Mutating = "MutatingWebhookConfiguration";

    /// <summary>Webhooks that may refuse objects.</summary>
    public const string Validating = "ValidatingWebhookConfiguration";

    /// <summary>Where the former are stored.</summary>
    public const string MutatingPrefix = "/registry/mutatingwebhookconfigurations/";

    /// <summary>Where the latter are stored.</summary>
    public const string ValidatingPrefix = "/registry/validatingwebhookconfigurations/";

    /// <summary>Whether no webhook is asked about objects of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public static bool AreExempt(GroupKind kind) => kind.Group == Group;
}
