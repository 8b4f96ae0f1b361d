using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Labels;

namespace KnowledgeBase.Tagging.Tests.Labels;

public sealed class LabelFileTests
{
    [Fact]
    public void Joins_neighbouring_lines_to_a_document()
    {
        var documents = LabelFile.Read("x.jsonl", [Line("a/one", "First."), Line("a/one", "Second."), Line("a/two", "Third.")]);

        Assert.Equal(["a/one", "a/two"], documents.Select(document => document.Name));
        Assert.Equal(["First.", "Second."], documents[0].Document.Passages.Select(passage => passage.Text));
    }

    [Fact]
    public void Takes_a_paragraph_number_out_of_the_text()
    {
        var passage = LabelFile.Read("x.jsonl", [Line("a/one", "14. The office should move.")])[0].Document.Passages[0];

        Assert.Equal(("14.", "The office should move."), (passage.Marker, passage.Text));
    }

    [Fact]
    public void Keeps_kinds_themes_and_addressees_together()
    {
        var document = LabelFile.Read("x.jsonl", [Line("a/one", "Pay.", "[\"recommendation\"]", "[\"funding\"]", "[\"donors\"]")])[0];

        Assert.Equal(["donors", "funding", "recommendation"], document.Labels.Values.Single().Asserted.Order());
    }

    [Theory]
    [InlineData("[\"recomendation\"]", "[]", "[]", "unknown label 'recomendation'")]
    [InlineData("[]", "[\"money\"]", "[]", "unknown label 'money'")]
    [InlineData("[]", "[]", "[\"donors\"]", "addressee stands without a recommendation")]
    public void Rejects_wrong_labels_with_file_and_line(string kinds, string themes, string addressees, string reason)
    {
        var error = Assert.Throws<RejectedInputException>(
            () => LabelFile.Read("x.jsonl", [Line("a/one", "Good."), Line("a/one", "Bad.", kinds, themes, addressees)]));

        Assert.Equal("bad-labels", error.Problem.Code);
        Assert.Contains("x.jsonl, line 2", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("null")]
    public void Rejects_a_broken_line(string line) =>
        Assert.Contains("line 1", Assert.Throws<RejectedInputException>(() => LabelFile.Read("x.jsonl", [line])).Message, StringComparison.Ordinal);

    [Fact]
    public void Says_where_labels_are_missing() =>
        Assert.Contains("no label files", Assert.Throws<RejectedInputException>(() => LabelFile.ReadFolder(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N")))).Message, StringComparison.Ordinal);

    private static string Line(string document, string text, string kinds = "[]", string themes = "[]", string addressees = "[]") =>
        $$"""{"id":"1","group":"a","document":"{{document}}","genre":"brief","language":"en","heading_path":[],"role":"paragraph","text":"{{text}}","kinds":{{kinds}},"themes":{{themes}},"addressees":{{addressees}},"note":null}""";
}
