using System.Text;
using Slipway.Server.Verbs;

namespace Slipway.Server.Security.Gates;

/// <summary>Lists as one piece of JSON.</summary>
internal static class ListBytes
{
    /// <summary>Writes a list.</summary>
    /// <param name="call">The call that it answers.</param>
    /// <param name="answer">The list.</param>
    /// <param name="largest">Where it is to end at the latest.</param>
    /// <returns>UTF-8 JSON; longer than <paramref name="largest"/>, and then no whole list, where it would be too large.</returns>
    public static ReadOnlyMemory<byte> Of(Call call, ListAnswer answer, int largest)
    {
        var apiVersion = call.Definition.Type(call.Version).ApiVersion;
        using var list = new MemoryStream();
        list.Write(Encoding.UTF8.GetBytes(
            $"{{\"kind\":\"{call.Definition.ListKind}\",\"apiVersion\":\"{apiVersion}\",\"metadata\":{{\"resourceVersion\":\"{answer.ResourceVersion}\"}},\"items\":["));
        var isFirst = true;
        foreach (var item in answer.Items)
        {
            if (!isFirst)
            {
                list.WriteByte((byte)',');
            }

            isFirst = false;
            list.Write(item.Span);
            if (list.Length > largest)
            {
                break;
            }
        }

        list.Write("]}"u8);
        return list.ToArray();
    }
}
