using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Informers;

namespace Slipway.Runtime.Controllers;

/// <summary>Says what a controller works on, what wakes it and how. Begin with <see cref="Controller.Named"/>, then <c>For</c>.</summary>
public sealed class ControllerBuilder
{
    private readonly List<WatchSource> _sources = [];
    private InformerCache? _informers;
    private ResourceType? _type;
    private Func<Controller, IReconciler>? _reconciler;
    private int _workers = 1;

    internal ControllerBuilder(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    internal string Name { get; }

    internal IReadOnlyList<WatchSource> Sources => _sources;

    internal int WorkerCount => _workers;

    internal InformerCache Informers => _informers ?? throw Missing("For");

    internal ResourceType Type => _type ?? throw Missing("For");

    internal Func<Controller, IReconciler> Reconciler => _reconciler ?? throw Missing("Reconcile");

    /// <summary>The kind it works on: each change of an object is a pass over it.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    /// <param name="informers">Where its objects, and those of all other watches, come from.</param>
    /// <param name="when">Which changes count; null for all.</param>
    public ControllerBuilder For<T>(InformerCache informers, Func<InformerChange<T>, bool>? when = null)
        where T : class, IKind<T>
    {
        ArgumentNullException.ThrowIfNull(informers);
        return Begin(informers, T.Resource, WatchSource.Itself(informers.Of<T>(), when));
    }

    /// <summary>The kind it works on, not known before run time.</summary>
    /// <param name="informers">Where its objects, and those of all other watches, come from.</param>
    /// <param name="type">The kind.</param>
    /// <param name="when">Which changes count; null for all.</param>
    public ControllerBuilder For(InformerCache informers, ResourceType type, Func<InformerChange<Unstructured>, bool>? when = null)
    {
        ArgumentNullException.ThrowIfNull(informers);
        return Begin(informers, type, WatchSource.Itself(informers.Of(type), when));
    }

    /// <summary>A kind whose changes are passes over the owners that this controller works on.</summary>
    /// <typeparam name="T">The kind that is owned.</typeparam>
    /// <param name="match">Which owner references count.</param>
    /// <param name="when">Which changes count; null for all.</param>
    public ControllerBuilder Owns<T>(OwnerMatch match = OwnerMatch.Controller, Func<InformerChange<T>, bool>? when = null)
        where T : class, IKind<T>
    {
        var owner = Type;
        return Watches(value => WatchSource.Owners(value, owner, match), when);
    }

    /// <summary>A kind whose changes are passes over the objects it leads to.</summary>
    /// <typeparam name="T">The kind that is watched.</typeparam>
    /// <param name="map">From an object to the keys to work on; called for the state before a change, too.</param>
    /// <param name="when">Which changes count; null for all.</param>
    public ControllerBuilder Watches<T>(Func<T, IEnumerable<ObjectKey>> map, Func<InformerChange<T>, bool>? when = null)
        where T : class, IKind<T> =>
        Watches(Informers.Of<T>(), map, when);

    /// <summary>Any informer, of this cluster or another, whose changes are passes over the objects it leads to.</summary>
    /// <typeparam name="T">The kind that is watched.</typeparam>
    /// <param name="informer">The informer; whoever made it runs it.</param>
    /// <param name="map">From an object to the keys to work on; called for the state before a change, too.</param>
    /// <param name="when">Which changes count; null for all.</param>
    public ControllerBuilder Watches<T>(
        IInformer<T> informer, Func<T, IEnumerable<ObjectKey>> map, Func<InformerChange<T>, bool>? when = null)
        where T : class, IKubernetesObject
    {
        _sources.Add(WatchSource.Mapped(informer, map, when));
        return this;
    }

    /// <summary>How many keys it works on at a time; one if not said.</summary>
    /// <param name="count">At least one.</param>
    public ControllerBuilder Workers(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _workers = count;
        return this;
    }

    /// <summary>What it does.</summary>
    /// <param name="reconciler">Called for one key at a time.</param>
    public ControllerBuilder Reconcile(IReconciler reconciler) => Reconcile(_ => reconciler);

    /// <summary>What it does, where that needs the controller itself, for example to add watches at run time.</summary>
    /// <param name="reconciler">Makes the reconciler; called once.</param>
    public ControllerBuilder Reconcile(Func<Controller, IReconciler> reconciler)
    {
        _reconciler = reconciler;
        return this;
    }

    /// <summary>Makes the controller; a <see cref="ControllerHost"/> runs it.</summary>
    /// <exception cref="InvalidOperationException"><c>For</c> or <c>Reconcile</c> was not called.</exception>
    public Controller Build() => new(this);

    private ControllerBuilder Begin(InformerCache informers, ResourceType type, WatchSource source)
    {
        if (_type is not null)
        {
            throw new InvalidOperationException($"The controller {Name} works on {_type} already; use Watches for {type}.");
        }

        _informers = informers;
        _type = type;
        _sources.Add(source);
        return this;
    }

    private InvalidOperationException Missing(string call) => new($"The controller {Name} lacks its {call}: call it first.");
}
