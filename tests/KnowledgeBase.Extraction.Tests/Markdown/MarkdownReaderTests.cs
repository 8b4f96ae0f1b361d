using System.Text;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Markdown;

namespace KnowledgeBase.Extraction.Tests.Markdown;

public class MarkdownReaderTests
{
    [Fact]
    public void Reads_headings_lists_quotes_and_notes()
    {
        var shown = Read("""
            # Trust

            ## Lessons

            Words that go
            on.[^a]

            3. third
            4. fourth

            > We waited.
            >
            > — A delegate

            [^a]: The *note*.
            """).Shown();

        Assert.Equal(
            [
                "Heading1 | Trust", "Heading2 | Lessons", "Paragraph | Words that go on.^{1}", "ListItem1 3. | third", "ListItem1 4. | fourth",
                "Quote | We waited.", "Quote | — A delegate", "Footnote 1 | The note.",
            ],
            shown);
    }

    [Fact]
    public void Reads_the_yaml_head()
    {
        var metadata = Read("""
            ---
            title: "Borrowed: a paper"
            authors:
              - Ana Uno
              - name: Ben Dos
            date: 2025-05-20
            lang: es
            series: Papers
            number: 13
            ---
            Text.
            """).Metadata;

        Assert.Equal(("Borrowed: a paper", "Ana Uno; Ben Dos", 2025, "es"), (metadata.Title, metadata.Author, metadata.Created?.Year, metadata.Language));
        Assert.Equal(("Papers", "13"), (metadata.More["series"], metadata.More["number"]));
    }

    [Fact]
    public void A_head_that_is_no_yaml_is_a_problem_and_the_text_is_read_all_the_same()
    {
        var document = Read("---\ntitle: [unclosed\n---\n\nText.\n");

        Assert.Equal("unreadable-head", Assert.Single(document.Problems).Code);
        Assert.Equal(["Paragraph | Text."], document.Shown());
    }

    [Fact]
    public void Nesting_beyond_reason_is_refused()
    {
        var document = string.Concat(Enumerable.Repeat("> ", 5000)) + "text\n";

        Assert.Equal("unsafe-file", Assert.Throws<RejectedInputException>(() => Read(document)).Problem.Code);
    }

    private static ExtractedDocument Read(string text) => MarkdownReader.Read(Encoding.UTF8.GetBytes(text), Lines.Source(SourceFormat.Markdown), CancellationToken.None);
}
