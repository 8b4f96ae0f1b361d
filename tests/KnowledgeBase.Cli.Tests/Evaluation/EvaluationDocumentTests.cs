using KnowledgeBase.Cli.Evaluation;

namespace KnowledgeBase.Cli.Tests.Evaluation;

public sealed class EvaluationDocumentTests
{
    private const string TwoSections = "# Figures\n\n<!-- tags:begin -->\nold tags\n<!-- tags:end -->\n\nBy hand.\n\n<!-- structure:begin -->\nold structure\n<!-- structure:end -->\n";

    [Fact]
    public void Replaces_one_section_and_leaves_the_rest_as_it_was()
    {
        var document = EvaluationDocument.Replaced(TwoSections, "tags", "new tags\n");

        Assert.Equal("# Figures\n\n<!-- tags:begin -->\nnew tags\n<!-- tags:end -->\n\nBy hand.\n\n<!-- structure:begin -->\nold structure\n<!-- structure:end -->\n", document);
    }

    [Fact]
    public void Replacing_twice_with_the_same_changes_nothing_more()
    {
        var once = EvaluationDocument.Replaced(TwoSections, "structure", "| a |");

        Assert.Equal(once, EvaluationDocument.Replaced(once, "structure", "| a |"));
    }

    [Fact]
    public void Adds_a_missing_section_at_the_end()
    {
        Assert.Equal("By hand.\n\n<!-- tags:begin -->\nfigures\n<!-- tags:end -->\n", EvaluationDocument.Replaced("By hand.\n", "tags", "figures"));
    }

    [Fact]
    public void Refuses_a_section_that_is_never_closed()
    {
        var error = Assert.Throws<InvalidDataException>(() => EvaluationDocument.Replaced("<!-- tags:begin -->\nall that follows", "tags", "figures"));

        Assert.Contains("'<!-- tags:end -->'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_the_file_that_is_not_there_and_leaves_no_draft_behind()
    {
        var folder = Directory.CreateTempSubdirectory("kb-evaluation-");
        try
        {
            var path = Path.Combine(folder.FullName, "evaluation.md");

            await EvaluationDocument.ReplaceSectionAsync(path, "tags", "figures", CancellationToken.None);

            var text = await File.ReadAllTextAsync(path);
            Assert.StartsWith("# Evaluation\n", text, StringComparison.Ordinal);
            Assert.EndsWith("<!-- tags:begin -->\nfigures\n<!-- tags:end -->\n", text, StringComparison.Ordinal);
            Assert.Single(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
