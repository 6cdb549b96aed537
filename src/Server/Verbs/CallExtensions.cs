using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Server.Failures;
using Slipway.Server.Watching;

namespace Slipway.Server.Verbs;

/// <summary>What verbs ask of a call.</summary>
internal static class CallExtensions
{
    extension(Call call)
    {
        /// <summary>The group of the kind.</summary>
        public string Group => call.Definition.Kind.Group;

        /// <summary>The key of the object within its kind.</summary>
        public string Key => call.Namespace.Length == 0 ? call.Name : $"{call.Namespace}/{call.Name}";

        /// <summary>Whether the caller speaks the version that is stored.</summary>
        public bool IsStorageVersion => call.Version.Storage;

        /// <summary>The warning that every answer in this version carries; none where it is not deprecated.</summary>
        public IReadOnlyList<string> VersionWarnings => call.Version.DeprecationWarning is { } warning ? [warning] : [];

        /// <summary>404 for the object.</summary>
        public ApiException NotFound() => Refuse.NotFound(call.Group, call.Definition.Plural, call.Name);

        /// <summary>409: the object changed since it was read.</summary>
        public ApiException Modified() => Refuse.Modified(call.Group, call.Definition.Plural, call.Name);

        /// <summary>409: a precondition does not hold.</summary>
        /// <param name="why">Which.</param>
        public ApiException Conflict(string why) => Refuse.Conflict(call.Group, call.Definition.Plural, call.Name, why);

        /// <summary>405 for the resource.</summary>
        public ApiException NoSuchMethod() => Refuse.Method(call.Group, call.Definition.Plural);

        /// <summary>422 for the object.</summary>
        /// <param name="name">Its name.</param>
        /// <param name="errors">What is wrong.</param>
        public ApiException Invalid(string name, IReadOnlyList<FieldError> errors) => Refuse.Invalid(call.Definition.Kind, name, errors);

        /// <summary>The object as the cache has it.</summary>
        /// <param name="cache">The cache.</param>
        /// <exception cref="ApiException">404: there is none.</exception>
        public CachedObject Find(WatchCache cache) => cache.Kind(call.Definition).Find(call.Key) ?? throw call.NotFound();
    }
}
