using KnowledgeBase.Extraction.Sidecars;

namespace KnowledgeBase.Extraction.Tests.Sidecars;

public sealed class SidecarReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kb-sidecar-").FullName;

    private string Report => Path.Combine(folder, "report.pdf");

    [Fact]
    public void Without_a_sidecar_nothing_is_said() => Assert.Same(Sidecar.None, SidecarReader.Read(Report));

    [Fact]
    public void Reads_JSON()
    {
        Write("report.meta.json", """{"title": "Peace in small steps", "year": 2019, "authors": ["Ana Ruiz", "Li Wen"], "event": {"name": "Retreat", "place": "Oslo", "year": 2018}}""");

        var said = SidecarReader.Read(Report);

        Assert.Empty(said.Problems);
        Assert.Equal("Peace in small steps", said.Edits.Title);
        Assert.Equal(2019, said.Edits.Year);
        Assert.Equal(["Ana Ruiz", "Li Wen"], said.Edits.Authors);
        Assert.Equal(new("Retreat", "Oslo", 2018), said.Edits.Event);
        Assert.Null(said.Edits.Series);
    }

    [Fact]
    public void Reads_YAML_beside_the_whole_file_name_too()
    {
        Write("report.pdf.meta.yaml", "series: Discussion Points\nnumber: 7\nauthor: Ana Ruiz\nlanguage: FR\n");

        var said = SidecarReader.Read(Report).Edits;

        Assert.Equal(("Discussion Points", "7", "fr"), (said.Series, said.Number, said.Language));
        Assert.Equal(["Ana Ruiz"], said.Authors);
    }

    [Theory]
    [InlineData("""{"tittle": "Slip"}""", "sidecar-field", "tittle")]
    [InlineData("""{"year": "last"}""", "sidecar-field", "year")]
    [InlineData("""{"title": ["a", "b"]}""", "sidecar-field", "title")]
    [InlineData("""{"title": """, "unreadable-sidecar", "report.meta.json")]
    [InlineData("just words", "unreadable-sidecar", "report.meta.json")]
    public void What_cannot_be_read_is_named_and_left_out(string text, string code, string named)
    {
        Write("report.meta.json", text);

        var said = SidecarReader.Read(Report);

        var problem = Assert.Single(said.Problems);
        Assert.Equal(code, problem.Code);
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
        Assert.Equal(Documents.FrontMatterEdits.None, said.Edits);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
