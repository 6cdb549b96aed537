namespace Slipway.Api.Json;

/// <summary>An object that is left out of JSON where nothing in it is set: schemas refuse <c>{}</c> in its place.</summary>
public interface IOmitEmpty;
