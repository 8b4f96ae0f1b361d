using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace KnowledgeBase.Web.Tests.Hosting;

/// <summary>Uploads that mean harm are refused or end as a failed file; the service stays up and nothing stays behind.</summary>
public sealed class HostileUploadTests : HostileSite
{
    private protected override Task<TestSite> StartAsync() => TestSite.StartEmptyAsync(new() { MaxUploadMegabytes = 4 });

    [Theory]
    [InlineData("../../../escaped.txt", "escaped.txt")]
    [InlineData("..\\..\\escaped.txt", "escaped.txt")]
    [InlineData("/etc/cron.d/escaped.txt", "escaped.txt")]
    [InlineData("C:\\Windows\\escaped.txt", "escaped.txt")]
    [InlineData(".htaccess.txt", "htaccess.txt")]
    [InlineData("a<b>|c?*.txt", "abc.txt")]
    public async Task A_file_name_that_leads_elsewhere_is_cut_to_its_last_part(string name, string kept)
    {
        var outside = Escaped();
        var outcome = await OutcomeAsync(await UploadAsync(name, "Mediators met twice in the spring, and agreed on a plan."u8.ToArray()));
        Assert.Equal("added", outcome.GetProperty("outcome").GetString());
        Assert.Equal(kept, Assert.Single(Site.Store.Documents.List()).Source.FileName);
        Assert.Equal(outside, Escaped());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Site.Store.Root, "uploads"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_and_not_kept()
    {
        using var response = await UploadAsync("large.txt", new byte[5 * 1024 * 1024]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("request-too-large", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Empty(Site.Store.Jobs.Last(10));
    }

    [Fact]
    public async Task An_upload_without_end_is_cut_off()
    {
        var endless = new EndlessStream();
        using var content = new MultipartFormDataContent { { new StreamContent(endless), "files", "endless.txt" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/documents") { Content = content };
        request.Headers.TransferEncodingChunked = true;
        try
        {
            using var response = await Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The server closed the connection while the client was still sending: cut off as well.
        }

        Assert.True(endless.Given < 64 * 1024 * 1024, $"{endless.Given} bytes were taken");
    }

    [Fact]
    public async Task A_Word_file_that_unpacks_to_gigabytes_is_a_failed_file()
    {
        var outcome = await OutcomeAsync(await UploadAsync("bomb.docx", Bomb()));
        Assert.Equal("failed", outcome.GetProperty("outcome").GetString());
        Assert.True(GC.GetTotalMemory(forceFullCollection: false) < 1L << 30, "it was unpacked into memory");
    }

    [Theory]
    [InlineData("liar.pdf", "MZ\0\u0001\u0002 this is a program\0\0")]
    [InlineData("liar.docx", "PK\u0003\u0004 but no archive")]
    [InlineData("empty.pdf", "")]
    [InlineData("program.exe", "MZ\0\u0001\u0002\0\0")]
    public async Task What_is_not_what_its_name_says_is_a_failed_file(string name, string content)
    {
        using var response = await UploadAsync(name, Encoding.ASCII.GetBytes(content));
        Assert.Equal("failed", (await OutcomeAsync(response)).GetProperty("outcome").GetString());
        Assert.Empty(Site.Store.Documents.List());
    }

    [Fact]
    public async Task Other_requests_may_not_send_much()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/collections")
        {
            Content = new StringContent($$"""{"name":"{{new string('x', 2 * 1024 * 1024)}}"}""", null, "application/json"),
        };
        request.Headers.ExpectContinue = true;
        using var response = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"name\":7}")]
    [InlineData("{\"items\":[null]}")]
    [InlineData("{\"items\":[{\"passage_id\":\"'; DROP TABLE passage; --\"}],\"name\":\"x\"}")]
    public async Task A_body_of_the_wrong_shape_is_the_callers_error(string json)
    {
        using var response = await Client.PostAsync("/api/v1/collections", new StringContent(json, null, "application/json"));
        Assert.InRange((int)response.StatusCode, 400, 499);
        Assert.Empty(Site.Store.Collections.List());
    }

    private int Escaped() => Directory.GetFileSystemEntries(Path.GetDirectoryName(Site.Store.Root)!, "escaped*").Length;

    private async Task<HttpResponseMessage> UploadAsync(string name, byte[] bytes)
    {
        using var file = new ByteArrayContent(bytes);
        // Written by hand: the library would encode what a stranger's program would not.
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{name.Replace("\\", "\\\\", StringComparison.Ordinal)}\"");
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var content = new MultipartFormDataContent { file };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/documents") { Content = content };
        // Asks before it sends, so that a refusal arrives whole.
        request.Headers.ExpectContinue = true;
        return await Client.SendAsync(request);
    }

    private async Task<JsonElement> OutcomeAsync(HttpResponseMessage accepted)
    {
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var job = (await accepted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
        // The stream of events ends with the job.
        await Client.GetStringAsync($"/api/v1/jobs/{job}/events");
        var ended = await Client.GetFromJsonAsync<JsonElement>($"/api/v1/jobs/{job}");
        return ended.GetProperty("outcomes")[0];
    }

    // Two gigabytes of blanks in the part that holds the text; deflate makes that two megabytes.
    private static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""", 0);
            Write(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""", 0);
            Write(zip, "word/document.xml", """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>""", 2L * 1024 * 1024 * 1024);
        }

        return bytes.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string head, long blanks)
    {
        using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        part.Write(Encoding.UTF8.GetBytes(head));
        var block = new byte[1024 * 1024];
        Array.Fill(block, (byte)' ');
        for (var written = 0L; written < blanks; written += block.Length)
        {
            part.Write(block);
        }
    }

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            Array.Fill(buffer, (byte)'x', offset, count);
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
