namespace Slipway.Machinery.Objects;

/// <summary>
/// The grammar of finalizers, owners, labels and annotations. Every method is pure, and hands back the very same
/// instance where nothing had to change.
/// </summary>
public static class ObjectMetaExtensions
{
    extension(ObjectMeta meta)
    {
        /// <summary>The resource version as a number; 0 where there is none.</summary>
        public long Revision => long.TryParse(meta.ResourceVersion, out var revision) ? revision : 0;

        /// <summary>Whether a finalizer is set.</summary>
        /// <param name="finalizer">The finalizer.</param>
        public bool HasFinalizer(string finalizer) => meta.Finalizers.Contains(finalizer);

        /// <summary>With a finalizer, appended where it is missing.</summary>
        /// <param name="finalizer">The finalizer.</param>
        public ObjectMeta WithFinalizer(string finalizer) =>
            meta.HasFinalizer(finalizer) ? meta : meta with { Finalizers = [.. meta.Finalizers, finalizer] };

        /// <summary>Without a finalizer.</summary>
        /// <param name="finalizer">The finalizer.</param>
        public ObjectMeta WithoutFinalizer(string finalizer) =>
            meta.HasFinalizer(finalizer) ? meta with { Finalizers = [.. meta.Finalizers.Where(f => f != finalizer)] } : meta;

        /// <summary>Whether one of the owner references names this very object (by uid).</summary>
        /// <param name="owner">The object.</param>
        public bool IsOwnedBy(IKubernetesObject owner) => owner.Metadata.Uid.Length > 0 && meta.IsOwnedBy(owner.Metadata.Uid);

        /// <summary>Whether one of the owner references has this uid.</summary>
        /// <param name="uid">The owner's uid.</param>
        public bool IsOwnedBy(string uid) => meta.OwnerReferences.Any(r => r.Uid == uid);

        /// <summary>Whether the reference that says <c>controller: true</c> names this very object (by uid).</summary>
        /// <param name="owner">The object.</param>
        public bool IsControlledBy(IKubernetesObject owner) =>
            owner.Metadata.Uid.Length > 0 && meta.ControllerOwner?.Uid == owner.Metadata.Uid;

        /// <summary>
        /// With an owner reference. It takes the place of the one with the same uid, else of the one with the same group,
        /// kind and name (so that a newer <c>apiVersion</c> or a newer object of that name wins), else it is appended.
        /// Whether another reference is the controller is not looked at.
        /// </summary>
        /// <param name="owner">The reference.</param>
        public ObjectMeta WithOwner(OwnerReference owner)
        {
            var references = meta.OwnerReferences.ToList();
            var at = references.FindIndex(r => r.Uid == owner.Uid);
            if (at < 0)
            {
                at = references.FindIndex(r => r.Group == owner.Group && r.Kind == owner.Kind && r.Name == owner.Name);
            }

            if (at < 0)
            {
                references.Add(owner);
            }
            else if (references[at] == owner)
            {
                return meta;
            }
            else
            {
                references[at] = owner;
            }

            return meta with { OwnerReferences = references };
        }

        /// <summary>Without the owner references of a uid.</summary>
        /// <param name="uid">The owner's uid.</param>
        public ObjectMeta WithoutOwner(string uid) =>
            meta.IsOwnedBy(uid) ? meta with { OwnerReferences = [.. meta.OwnerReferences.Where(r => r.Uid != uid)] } : meta;

        /// <summary>With a label.</summary>
        /// <param name="key">The label's key.</param>
        /// <param name="value">The label's value.</param>
        public ObjectMeta WithLabel(string key, string value) => meta.WithLabels([new(key, value)]);

        /// <summary>With further labels; other labels stay.</summary>
        /// <param name="labels">What to set.</param>
        public ObjectMeta WithLabels(IEnumerable<KeyValuePair<string, string>> labels) =>
            Merge(meta.Labels, labels) is { } merged ? meta with { Labels = merged } : meta;

        /// <summary>Without a label.</summary>
        /// <param name="key">The label's key.</param>
        public ObjectMeta WithoutLabel(string key) =>
            meta.Labels.ContainsKey(key) ? meta with { Labels = Without(meta.Labels, key) } : meta;

        /// <summary>With an annotation.</summary>
        /// <param name="key">The annotation's key.</param>
        /// <param name="value">The annotation's value.</param>
        public ObjectMeta WithAnnotation(string key, string value) => meta.WithAnnotations([new(key, value)]);

        /// <summary>With further annotations; other annotations stay.</summary>
        /// <param name="annotations">What to set.</param>
        public ObjectMeta WithAnnotations(IEnumerable<KeyValuePair<string, string>> annotations) =>
            Merge(meta.Annotations, annotations) is { } merged ? meta with { Annotations = merged } : meta;

        /// <summary>Without an annotation.</summary>
        /// <param name="key">The annotation's key.</param>
        public ObjectMeta WithoutAnnotation(string key) =>
            meta.Annotations.ContainsKey(key) ? meta with { Annotations = Without(meta.Annotations, key) } : meta;
    }

    extension(IKubernetesObject value)
    {
        /// <summary>A plain owner reference to this object.</summary>
        public OwnerReference AsOwner() => new()
        {
            ApiVersion = value.ApiVersion,
            Kind = value.Kind,
            Name = value.Metadata.Name,
            Uid = value.Metadata.Uid,
        };

        /// <summary>An owner reference that says this object manages the other, and that its foreground deletion waits for it.</summary>
        public OwnerReference AsController() => value.AsOwner() with { Controller = true, BlockOwnerDeletion = true };
    }

    private static Dictionary<string, string>? Merge(
        IReadOnlyDictionary<string, string> present, IEnumerable<KeyValuePair<string, string>> wanted)
    {
        Dictionary<string, string>? merged = null;
        foreach (var (key, value) in wanted)
        {
            if (merged is null)
            {
                if (present.TryGetValue(key, out var was) && was == value)
                {
                    continue;
                }

                merged = new Dictionary<string, string>(present);
            }

            merged[key] = value;
        }

        return merged;
    }

    private static Dictionary<string, string> Without(IReadOnlyDictionary<string, string> present, string key)
    {
        var rest = new Dictionary<string, string>(present);
        rest.Remove(key);
        return rest;
    }
}
