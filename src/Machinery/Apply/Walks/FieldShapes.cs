using Slipway.Machinery.Apply.Fields;
using Slipway.Machinery.Apply.Types;
using Slipway.Machinery.Schemas;

namespace Slipway.Machinery.Apply.Walks;

/// <summary>Brings sets of fields into the shape of a type.</summary>
public static class FieldShapes
{
    /// <summary>The set, and with each field the objects with named members that it stands in.</summary>
    /// <param name="set">The set.</param>
    /// <param name="type">The type of the object.</param>
    public static FieldSet WithNamedParents(FieldSet set, IMergeType type)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(type);
        return Map(set, node => new(
            node.Element,
            node.IsMember || (!node.Children.IsEmpty && node.Element[0] == 'f' && type.Names(node.Element[2..])),
            WithNamedParents(node.Children, Below(node, type))));
    }

    /// <summary>
    /// The set as it must be read today: what was owned in pieces and is one value now, because the schema changed, is owned
    /// as a whole.
    /// </summary>
    /// <param name="set">The set.</param>
    /// <param name="type">The type of the object.</param>
    public static FieldSet Reconcile(FieldSet set, IMergeType type)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(type);
        return Map(set, node =>
        {
            var below = Below(node, type);
            if (node.Children.IsEmpty || below.IsDeduced)
            {
                return node;
            }

            var isOneValue = node.Children.Nodes[0].Element[0] == 'f' ? below.IsAtomicMap : below.ListType == ListType.Atomic;
            return isOneValue ? new(node.Element, IsMember: true, FieldSet.Empty) : node with { Children = Reconcile(node.Children, below) };
        });
    }

    private static IMergeType Below(FieldNode node, IMergeType type) => node.Element[0] == 'f'
        ? type.Member(node.Element[2..]) ?? DeducedType.Instance
        : type.Items;

    private static FieldSet Map(FieldSet set, Func<FieldNode, FieldNode> change)
    {
        FieldNode[]? changed = null;
        for (var i = 0; i < set.Nodes.Length; i++)
        {
            var node = change(set.Nodes[i]);
            if (changed is not null || !node.Equals(set.Nodes[i]))
            {
                changed ??= set.Nodes.ToArray();
                changed[i] = node;
            }
        }

        return changed is null ? set : new(changed);
    }
}
