using Slipway.Machinery.Cel;

namespace Slipway.Server.Admission.Policies;

/// <summary>One validation of a policy.</summary>
/// <param name="Text">The expression as written.</param>
/// <param name="Program">The expression.</param>
/// <param name="Message">What to say where it does not hold; empty for the expression itself.</param>
/// <param name="MessageProgram">Makes what to say; null where nothing does.</param>
/// <param name="Reason">The reason of the refusal.</param>
internal sealed record PolicyCheck(string Text, CelProgram Program, string Message, CelProgram? MessageProgram, string Reason);
