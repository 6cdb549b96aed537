using System.Text.Json.Nodes;
using static Slipway.Server.Tables.Columns;

namespace Slipway.Server.Tables;

/// <summary>Label selectors as a cell shows them.</summary>
internal static class Selectors
{
    /// <summary>A selector in the form of a query.</summary>
    /// <param name="selector">The selector with <c>matchLabels</c> and <c>matchExpressions</c>.</param>
    public static string Show(JsonNode? selector)
    {
        var terms = new List<string>();
        if (Pairs(At(selector, "matchLabels")) is var pairs and not "<none>")
        {
            terms.Add(pairs);
        }

        foreach (var expression in List(selector, "matchExpressions"))
        {
            var key = Text(expression, "key");
            var values = string.Join(',', (At(expression, "values") as JsonArray ?? []).Select(v => Text(v)));
            terms.Add(Text(expression, "operator") switch
            {
                "Exists" => key,
                "DoesNotExist" => "!" + key,
                "NotIn" => $"{key} notin ({values})",
                _ => $"{key} in ({values})",
            });
        }

        return Joined(terms);
    }
}
