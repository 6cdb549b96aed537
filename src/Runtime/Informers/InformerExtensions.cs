using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Informers;

/// <summary>Common questions to a snapshot.</summary>
public static class InformerExtensions
{
    private const string OwnerIndex = "metadata.ownerReferences.uid";

    extension<T>(IInformer<T> informer)
        where T : class, IKubernetesObject
    {
        /// <summary>The objects with any owner reference to this very object.</summary>
        /// <param name="owner">The owner.</param>
        public IReadOnlyCollection<T> OwnedBy(IKubernetesObject owner)
        {
            informer.AddIndex(OwnerIndex, static value => value.Metadata.OwnerReferences.Select(r => r.Uid).Distinct());
            return informer.ByIndex(OwnerIndex, owner.Metadata.Uid);
        }

        /// <summary>The objects that this very object manages.</summary>
        /// <param name="owner">The owner.</param>
        public IReadOnlyCollection<T> ControlledBy(IKubernetesObject owner) =>
            [.. informer.OwnedBy(owner).Where(value => value.Metadata.IsControlledBy(owner))];
    }
}
