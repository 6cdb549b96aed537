using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Slipway.CrdGenerator;

/// <summary>The summary of a doc comment as plain text.</summary>
internal static class DocText
{
    /// <summary>The text; empty where there is no comment.</summary>
    public static string Of(ISymbol symbol, CancellationToken cancellation)
    {
        var xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellation);
        if (string.IsNullOrWhiteSpace(xml))
        {
            return "";
        }

        var summary = XElement.Parse("<doc>" + xml + "</doc>").Descendants("summary").FirstOrDefault();
        if (summary is null)
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (var node in summary.DescendantNodes())
        {
            if (node is XText part)
            {
                text.Append(part.Value);
            }
            else if (node is XElement { Name.LocalName: "see" } see && see.Attribute("cref")?.Value is { } target)
            {
                text.Append(target.Substring(target.LastIndexOf('.') + 1));
            }
        }

        return string.Join(" ", text.ToString().Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }
}
