using System.Text;
using KnowledgeBase.Extraction.PlainText;

namespace KnowledgeBase.Extraction.Tests.PlainText;

public class TextDecoderTests
{
    private const string Words = "Défi 1 : l’« appropriation » – señor, naïve, Œuvre";

    [Fact]
    public void Reads_utf_8_with_and_without_mark()
    {
        Assert.Equal((Words, "utf-8"), TextDecoder.Decode(Encoding.UTF8.GetBytes(Words)));
        Assert.Equal((Words, "utf-8"), TextDecoder.Decode([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Words)]));
    }

    [Fact]
    public void Reads_utf_16_of_both_byte_orders_with_and_without_mark()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            Assert.Equal(Words, TextDecoder.Decode([.. encoding.Preamble, .. encoding.GetBytes(Words)]).Text);
            Assert.Equal(Words, TextDecoder.Decode(encoding.GetBytes(Words)).Text);
        }
    }

    [Fact]
    public void Reads_windows_1252_where_the_bytes_are_no_utf_8()
    {
        // 0x92 is the curly apostrophe of Windows-1252, 0xE9 an e with acute accent.
        Assert.Equal(("l’été", "windows-1252"), TextDecoder.Decode([0x6C, 0x92, 0xE9, 0x74, 0xE9]));
    }

    [Fact]
    public void A_declared_encoding_chooses_among_one_byte_encodings_only()
    {
        // "мир" in Windows-1251.
        byte[] russian = [0xEC, 0xE8, 0xF0];
        Assert.Equal("мир", TextDecoder.Decode(russian, "windows-1251").Text);
        Assert.Equal(Words, TextDecoder.Decode(Encoding.UTF8.GetBytes(Words), "iso-8859-1").Text);
        Assert.Equal("l’été", TextDecoder.Decode([0x6C, 0x92, 0xE9, 0x74, 0xE9], "iso-8859-1").Text);
        Assert.Equal("l’été", TextDecoder.Decode([0x6C, 0x92, 0xE9, 0x74, 0xE9], "no-such-encoding").Text);
    }

    [Fact]
    public void A_head_that_ends_in_mid_character_is_still_utf_8()
    {
        var bytes = Encoding.UTF8.GetBytes("peace – ");

        Assert.Equal(("peace ", "utf-8"), TextDecoder.Decode(bytes.AsSpan(0, 8)));
    }
}
