using System.Xml.Linq;
using KnowledgeBase.Export.Docx;
using KnowledgeBase.Export.References;

namespace KnowledgeBase.Export.Tests;

/// <summary>Others' programs read the exports: bibutils the references, LibreOffice the Word file.</summary>
public sealed class ForeignReaderTests : IDisposable
{
    private static readonly XNamespace Mods = "http://www.loc.gov/mods/v3";
    private readonly string folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"kb-foreign-{Guid.NewGuid():N}")).FullName;

    [ForeignToolFact("bib2xml", "bibutils")]
    public async Task Bibutils_reads_the_BibTeX_file() => CheckReferences(await ReadAsync(new BibTexFormat(), "bib2xml"));

    [ForeignToolFact("bib2xml", "bibutils")]
    public async Task Bibutils_reads_an_address_of_the_BibTeX_file_as_it_is()
    {
        await using (var file = File.Create(Path.Combine(folder, "export")))
        {
            new BibTexFormat().Write(Samples.Of(Samples.Passage(Samples.Addressed, "a", 1, "1")), new(), file);
        }

        var (xml, _) = await ForeignTool.RunAsync(folder, "bib2xml", "-i", "utf8", "export");
        var work = XElement.Parse(xml.TrimStart('\ufeff')).Elements(Mods + "mods").Single();
        Assert.Equal("https://example.org/a_b~c?x=%7B1%7D&y=50%25#p_%5C2", work.Descendants(Mods + "url").First().Value);
        Assert.Equal("10.1000/a_b#c%7Bd", work.Elements(Mods + "identifier").Single(id => id.Attribute("type")?.Value == "doi").Value);
    }

    [ForeignToolFact("ris2xml", "bibutils")]
    public async Task Bibutils_reads_the_RIS_file() => CheckReferences(await ReadAsync(new RisFormat(), "ris2xml"));

    [ForeignToolFact("soffice", "libreoffice-writer-nogui")]
    public async Task LibreOffice_opens_the_Word_file_without_a_word_of_warning()
    {
        await WriteAsync(new DocxFormat(), "export.docx");
        // A profile of its own: a running office would take the call, and its first start would talk.
        var (_, talk) = await ForeignTool.RunAsync(
            folder, "soffice", $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "export.docx");
        Assert.DoesNotContain("rror", talk, StringComparison.Ordinal);
        Assert.DoesNotContain("arning", talk.Replace("Warning: failed to launch javaldx", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(Path.Combine(folder, "export.txt"));
        var places = new[] { "Women at the table", "Good practices", "One desk kept the calendar.", "Ask first, then listen.", "Défis" }
            .Select(words => text.IndexOf(words, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void CheckReferences(XElement read)
    {
        var works = read.Elements(Mods + "mods").ToArray();
        Assert.Equal(2, works.Length);
        var title = works[0].Element(Mods + "titleInfo")!;
        Assert.Equal("Règles & Limits: 100% of the {Table}: Notes from Åland", $"{title.Element(Mods + "title")!.Value}: {title.Element(Mods + "subTitle")?.Value}");
        var names = works[0].Elements(Mods + "name").ToArray();
        Assert.Equal("Lindqvist-Årud", names[0].Elements(Mods + "namePart").Single(part => part.Attribute("type")?.Value == "family").Value);
        Assert.Equal("Example Network", string.Join(' ', names[1].Elements(Mods + "namePart").Select(part => part.Value)));
        Assert.Equal("2016", works[0].Descendants(Mods + "dateIssued").First().Value);
    }

    private async Task<XElement> ReadAsync(IExportFormat format, string tool)
    {
        await WriteAsync(format, "export");
        var (xml, talk) = await ForeignTool.RunAsync(folder, tool, "-i", "utf8", "export");
        Assert.Contains("Processed 2 references", talk, StringComparison.Ordinal);
        return XElement.Parse(xml.TrimStart('\ufeff'));
    }

    private async Task WriteAsync(IExportFormat format, string name)
    {
        await using var file = File.Create(Path.Combine(folder, name));
        format.Write(Samples.Compilation(), new(), file);
    }
}
