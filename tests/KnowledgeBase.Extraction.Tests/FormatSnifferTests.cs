using System.IO.Compression;
using System.Text;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Tests;

public class FormatSnifferTests
{
    [Theory]
    [InlineData("paper.txt", "%PDF-1.7\n...", SourceFormat.Pdf)]
    [InlineData("paper.pdf", "junk before\n%PDF-1.4\n...", SourceFormat.Pdf)]
    [InlineData("paper.txt", "<!DOCTYPE html><html><body><p>Text</p></body></html>", SourceFormat.Html)]
    [InlineData("paper", "<?xml version=\"1.0\"?>\n<!-- made by hand -->\n<html xmlns=\"http://www.w3.org/1999/xhtml\"></html>", SourceFormat.Html)]
    [InlineData("paper", "---\ntitle: A paper\nlang: en\n---\n\nText.\n", SourceFormat.Markdown)]
    [InlineData("paper.txt", "# One\n\nText.\n\n## Two\n\nText.\n\n## Three\n", SourceFormat.Markdown)]
    [InlineData("paper.md", "# One\n\nText.\n", SourceFormat.Markdown)]
    [InlineData("paper.md", "Only plain words, not a sign of Markdown.\n", SourceFormat.Text)]
    [InlineData("paper.txt", "A mediator said that 3 < 4 and <html> is a word.\n", SourceFormat.Text)]
    [InlineData("paper.html", "Plain words under a false name.\n", SourceFormat.Text)]
    public void Tells_the_format_by_content(string name, string content, SourceFormat expected) =>
        Assert.Equal(expected, Sniff(name, Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Reads_text_in_utf_16_without_a_byte_order_mark() =>
        Assert.Equal(SourceFormat.Text, Sniff("paper.txt", Encoding.Unicode.GetBytes("The parties met in Geneva in May.")));

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }, "a PNG picture")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, "a JPEG picture")]
    [InlineData(new byte[] { 0x7B, 0x5C, 0x72, 0x74, 0x66, 0x31 }, "a Rich Text file")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }, "an old binary Office file")]
    [InlineData(new byte[] { 0x00, 0x01, 0x02, 0x03, 0x04 }, "a binary file of unknown kind")]
    public void Rejects_other_formats_and_says_what_they_are(byte[] content, string what)
    {
        var problem = Rejection("paper.docx", content);

        Assert.Equal("unsupported-format", problem.Code);
        Assert.Contains(what, problem.Message, StringComparison.Ordinal);
        Assert.Contains("paper.docx", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xl/workbook.xml", "an Excel workbook")]
    [InlineData("ppt/presentation.xml", "a PowerPoint presentation")]
    [InlineData("content.xml", "an OpenDocument file")]
    [InlineData("notes.txt", "a zip archive")]
    public void Rejects_archives_that_are_no_word_file(string entry, string what) =>
        Assert.Contains(what, Rejection("paper.docx", Zip(entry)).Message, StringComparison.Ordinal);

    [Fact]
    public void Takes_a_zip_with_a_word_document_in_it_for_docx() =>
        Assert.Equal(SourceFormat.Docx, Sniff("paper.zip", Zip("word/document.xml")));

    [Fact]
    public void Says_that_an_encrypted_word_file_needs_its_password()
    {
        byte[] content = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")];

        Assert.Equal("password-required", Rejection("paper.docx", content).Code);
    }

    [Fact]
    public void Rejects_a_cut_off_archive_as_broken() =>
        Assert.Equal("broken-file", Rejection("paper.docx", [.. Zip("word/document.xml").Take(40)]).Code);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\r\n ")]
    public void Rejects_a_file_without_words(string content) =>
        Assert.Equal("empty-file", Rejection("paper.txt", Encoding.UTF8.GetBytes(content)).Code);

    private static SourceFormat Sniff(string name, byte[] content) => FormatSniffer.Sniff(new MemoryStream(content), name);

    private static Problem Rejection(string name, byte[] content) =>
        Assert.Throws<RejectedInputException>(() => Sniff(name, content)).Problem;

    private static byte[] Zip(string entry)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
            writer.Write("<x/>");
        }

        return stream.ToArray();
    }
}
