using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Tests;

public class ExtractorTests
{
    [Fact]
    public async Task Names_the_source_by_its_hash_size_and_format()
    {
        using var file = TestFile.Of("note.txt", "abc");

        var source = (await file.ExtractAsync()).Source;

        // The SHA-256 of "abc" is the first test vector of FIPS 180-2.
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", source.Sha256);
        Assert.Equal(("note.txt", 3L, SourceFormat.Text), (source.FileName, source.SizeBytes, source.Format));
    }

    [Fact]
    public async Task Hands_pdfs_to_the_pdf_reader()
    {
        using var file = TestFile.Of("paper.txt", "%PDF-1.4\n");

        Assert.Equal(SourceFormat.Pdf, (await file.ExtractAsync()).Source.Format);
    }

    [Theory]
    [InlineData("paper.pdf", "Mediation takes time, said both.\n", SourceFormat.Text)]
    [InlineData("paper.docx", "<html><body><p>Mediation takes time.</p></body></html>", SourceFormat.Html)]
    [InlineData("paper.txt", "<html><body><p>Mediation takes time.</p></body></html>", SourceFormat.Html)]
    public async Task Reads_a_file_under_a_wrong_name_as_what_it_is_and_says_so(string name, string content, SourceFormat format)
    {
        using var file = TestFile.Of(name, content);

        var document = await file.ExtractAsync();

        Assert.Equal(format, document.Source.Format);
        Assert.Equal("misnamed-file", Assert.Single(document.Problems).Code);
    }

    [Theory]
    [InlineData("paper.txt", "# Heading\n\nSee [^1] and **this**.\n\n[^1]: Note.\n\n## Next\n\n## Last\n")]
    [InlineData("paper", "Mediation takes time.\n")]
    [InlineData("paper.htm", "<html><body><p>Mediation takes time.</p></body></html>")]
    public async Task A_name_that_fits_or_promises_nothing_is_no_problem(string name, string content)
    {
        using var file = TestFile.Of(name, content);

        Assert.Empty((await file.ExtractAsync()).Problems);
    }

    [Fact]
    public async Task Rejects_a_file_that_is_not_there()
    {
        using var file = TestFile.Of("paper.txt", "words");
        File.Delete(file.Location);

        Assert.Equal("file-not-found", (await file.RejectionAsync()).Code);
    }

    [Fact]
    public async Task Rejects_a_file_above_the_size_limit_and_names_both_sizes()
    {
        using var file = TestFile.Of("big.txt", new string('x', (2 * 1024 * 1024) + 1));

        var problem = await file.RejectionAsync(new ExtractionOptions { FileSizeLimitMegabytes = 1 });

        Assert.Equal("file-too-large", problem.Code);
        Assert.Contains("2 MB", problem.Message, StringComparison.Ordinal);
        Assert.Contains("1 MB", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_a_file_that_takes_longer_than_the_limit()
    {
        using var file = TestFile.Of("paper.md", string.Concat(Enumerable.Repeat("# Heading\n\nWords *and* words.\n\n", 20_000)));

        Assert.Equal("time-limit", (await file.RejectionAsync(new ExtractionOptions { TimeLimit = TimeSpan.FromMilliseconds(1) })).Code);
    }

    [Fact]
    public async Task Cancelled_is_not_rejected()
    {
        using var file = TestFile.Of("paper.txt", "words");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => file.ExtractAsync(cancellationToken: new CancellationToken(canceled: true)));
    }
}
