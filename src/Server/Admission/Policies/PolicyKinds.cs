namespace Slipway.Server.Admission.Policies;

/// <summary>The kinds of admission policies.</summary>
internal static class PolicyKinds
{
    /// <summary>What may be written, in CEL.</summary>
    public const string Policy = "ValidatingAdmissionPolicy";

    /// <summary>Where and with which parameters a policy holds.</summary>
    public const string Binding = "ValidatingAdmissionPolicyBinding";

    /// <summary>Where the former are stored.</summary>
    public const string PolicyPrefix = "/registry/validatingadmissionpolicies/";

    /// <summary>Where the latter are stored.</summary>
    public const string BindingPrefix = "/registry/validatingadmissionpolicybindings/";
}
