namespace Slipway.Server.Http.Requests;

/// <summary>How objects are written.</summary>
internal enum BodyForm
{
    /// <summary>JSON.</summary>
    Json,

    /// <summary>YAML.</summary>
    Yaml,

    /// <summary>Protocol buffers in their envelope.</summary>
    Protobuf,
}
