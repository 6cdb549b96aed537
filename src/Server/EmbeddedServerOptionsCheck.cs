using Microsoft.Extensions.Options;

namespace Slipway.Server;

/// <summary>Holds options against their attributes; written by the options source generator.</summary>
[OptionsValidator]
internal sealed partial class EmbeddedServerOptionsCheck : IValidateOptions<EmbeddedServerOptions>;
