using System.Text;
using System.Xml;

namespace KnowledgeBase.Export;

/// <summary>Text from documents as XML may hold it.</summary>
internal static class XmlText
{
    /// <summary>Without the characters that XML 1.0 forbids: control characters and halves of surrogate pairs.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
        }

        return clean.ToString();
    }
}
