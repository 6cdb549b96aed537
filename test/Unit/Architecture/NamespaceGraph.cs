using System.Reflection;
using System.Reflection.Emit;

namespace Slipway.Unit.Architecture;

/// <summary>Which namespace of an assembly uses which, read from its signatures and method bodies.</summary>
internal static class NamespaceGraph
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodeTable = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(c => c.Value);

    /// <summary>The arrows from each namespace to the others of the same assembly.</summary>
    public static Dictionary<string, SortedSet<string>> Of(Assembly assembly)
    {
        var arrows = new Dictionary<string, SortedSet<string>>();
        foreach (var type in assembly.GetTypes().Where(t => t.Namespace?.StartsWith("Slipway", StringComparison.Ordinal) == true))
        {
            if (!arrows.TryGetValue(type.Namespace!, out var targets))
            {
                arrows[type.Namespace!] = targets = [];
            }

            foreach (var used in Uses(type).SelectMany(Flatten))
            {
                if (used.Assembly == assembly && used.Namespace is { } name && name != type.Namespace
                    && name.StartsWith("Slipway", StringComparison.Ordinal))
                {
                    targets.Add(name);
                }
            }
        }

        return arrows;
    }

    /// <summary>One ring as the namespaces passed, the first repeated at the end; empty where there is none.</summary>
    public static IReadOnlyList<string> FindRing(Dictionary<string, SortedSet<string>> arrows)
    {
        var done = new HashSet<string>();
        var path = new List<string>();

        IReadOnlyList<string>? Visit(string name)
        {
            var at = path.IndexOf(name);
            if (at >= 0)
            {
                return [.. path[at..], name];
            }

            if (!done.Add(name) || !arrows.TryGetValue(name, out var targets))
            {
                return null;
            }

            path.Add(name);
            foreach (var target in targets)
            {
                if (Visit(target) is { } ring)
                {
                    return ring;
                }
            }

            path.RemoveAt(path.Count - 1);
            return null;
        }

        return arrows.Keys.Order(StringComparer.Ordinal).Select(Visit).FirstOrDefault(r => r is not null) ?? [];
    }

    private static IEnumerable<Type> Flatten(Type? type)
    {
        if (type is null)
        {
            return [];
        }

        if (type.HasElementType)
        {
            return Flatten(type.GetElementType());
        }

        return type.IsGenericType ? [type, .. type.GetGenericArguments().SelectMany(Flatten)] : [type];
    }

    private static IEnumerable<Type?> Uses(Type type)
    {
        yield return type.BaseType;
        foreach (var used in type.GetInterfaces().Concat(type.GetFields(Everything).Select(f => f.FieldType)))
        {
            yield return used;
        }

        foreach (var method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
        {
            if (method is MethodInfo { ReturnType: var returned })
            {
                yield return returned;
            }

            foreach (var used in method.GetParameters().Select(p => p.ParameterType).Concat(BodyUses(method)))
            {
                yield return used;
            }
        }
    }

    private static IEnumerable<Type?> BodyUses(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var typeArguments = method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : [];
        var methodArguments = method is { IsGenericMethod: true } ? method.GetGenericArguments() : [];
        for (var at = 0; at < il.Length;)
        {
            var value = il[at] == 0xFE ? (short)((il[at] << 8) | il[at + 1]) : il[at];
            at += il[at] == 0xFE ? 2 : 1;
            var code = OpCodeTable[value];
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                var member = method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments);
                yield return member as Type ?? member?.DeclaringType;
                if (member is MethodInfo { IsGenericMethod: true } generic)
                {
                    foreach (var argument in generic.GetGenericArguments())
                    {
                        yield return argument;
                    }
                }
            }

            at += OperandSize(code, il, at);
        }
    }

    private static int OperandSize(OpCode code, byte[] il, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };
}
