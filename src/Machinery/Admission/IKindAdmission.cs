using Slipway.Machinery.Objects;

namespace Slipway.Machinery.Admission;

/// <summary>The defaults and rules of one kind that its schema cannot say. Objects come in the storage version.</summary>
public interface IKindAdmission
{
    /// <summary>The kind.</summary>
    GroupKind Kind { get; }

    /// <summary>Fills in defaults; runs on create and update, before validation, and must be idempotent.</summary>
    /// <param name="request">The write; its object may be changed in place.</param>
    void Default(AdmissionRequest request);

    /// <summary>Checks the object, against its predecessor where there is one.</summary>
    /// <param name="request">The write, after defaults; nothing may be changed.</param>
    /// <returns>What is wrong; empty where nothing is.</returns>
    IReadOnlyList<FieldError> Validate(AdmissionRequest request);
}
