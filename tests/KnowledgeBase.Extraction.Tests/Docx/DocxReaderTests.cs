using KnowledgeBase.Documents;
using static KnowledgeBase.Extraction.Tests.Docx.DocxBuilder;

namespace KnowledgeBase.Extraction.Tests.Docx;

public class DocxReaderTests
{
    [Fact]
    public void Knows_headings_by_built_in_and_localised_style_names_and_through_chains()
    {
        var document = new DocxBuilder()
            .Styles(Style("Heading1", "heading 1") + Style("berschrift2", "Überschrift 2") + Style("Ttulo3", "Título 3") + Style("House", "House chapter", "Heading1"))
            .Body(Styled("Heading1", "One") + Styled("berschrift2", "Zwei") + Styled("Ttulo3", "Tres") + Styled("House", "Four") + P("Text."))
            .Read();

        Assert.Equal(["Heading1 | One", "Heading2 | Zwei", "Heading3 | Tres", "Heading1 | Four", "Paragraph | Text."], document.Shown());
    }

    [Fact]
    public void Knows_headings_by_outline_level_and_leaves_body_text_out_of_the_outline()
    {
        var document = new DocxBuilder()
            .Styles(Style("Chapter", "Chapter", null, "<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>") + Style("Calm", "Calm", "Chapter", "<w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>"))
            .Body(Styled("Chapter", "By style") + P("By itself", "<w:outlineLvl w:val=\"0\"/>") + Styled("Calm", "Text after all."))
            .Read();

        Assert.Equal(["Heading2 | By style", "Heading1 | By itself", "Paragraph | Text after all."], document.Shown());
    }

    [Fact]
    public void A_circle_of_styles_does_no_harm()
    {
        var document = new DocxBuilder().Styles(Style("A", "a", "B") + Style("B", "b", "A")).Body(Styled("A", "Text.")).Read();

        Assert.Equal(["Paragraph | Text."], document.Shown());
    }

    [Theory]
    [InlineData("Title", DeclaredKind.Title)]
    [InlineData("Untertitel", DeclaredKind.Subtitle)]
    [InlineData("Author", DeclaredKind.Author)]
    [InlineData("Date", DeclaredKind.Date)]
    [InlineData("Intense Quote", DeclaredKind.Quote)]
    [InlineData("Block Text", DeclaredKind.Quote)]
    [InlineData("Cita destacada", DeclaredKind.Quote)]
    [InlineData("caption", DeclaredKind.Caption)]
    [InlineData("toc 2", DeclaredKind.Boilerplate)]
    [InlineData("Bibliography", DeclaredKind.Reference)]
    public void Knows_what_a_paragraph_is_by_its_style(string style, DeclaredKind expected) =>
        Assert.Equal(expected, new DocxBuilder().Styles(Style("S", style)).Body(Styled("S", "Words")).Read().Pages[0].Lines[0].Declared!.Kind);

    [Fact]
    public void Writes_list_labels_as_word_shows_them()
    {
        var levels = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"(%2)\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2.%3\"/><w:isLgl/></w:lvl>";
        var document = new DocxBuilder()
            .Numbering($"<w:abstractNum w:abstractNumId=\"1\">{levels}</w:abstractNum>"
                + "<w:abstractNum w:abstractNumId=\"2\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\uF0B7\"/></w:lvl></w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num>"
                + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>")
            .Body(Item(1, 0, "a") + Item(1, 1, "b") + Item(1, 1, "c") + Item(1, 2, "d") + Item(1, 0, "e") + Item(1, 1, "f") + Item(2, 0, "g") + Item(3, 0, "h") + Item(0, 0, "i"))
            .Read();

        Assert.Equal(
            [
                "ListItem1 1. | a", "ListItem2 (a) | b", "ListItem2 (b) | c", "ListItem3 1.2.1 | d", "ListItem1 2. | e", "ListItem2 (a) | f",
                "ListItem1 • | g", "ListItem1 5. | h", "Paragraph | i",
            ],
            document.Shown());
    }

    [Fact]
    public void Numbers_footnotes_and_endnotes_by_their_marks_and_leaves_separators_out()
    {
        var document = new DocxBuilder()
            .Footnotes("<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:t>-----</w:t></w:r></w:p></w:footnote>"
                + $"<w:footnote w:id=\"7\">{P("Second.")}</w:footnote><w:footnote w:id=\"9\">{P("First, line one.")}{P("Line two.")}</w:footnote>")
            .Endnotes($"<w:endnote w:id=\"4\">{P("At the end.")}</w:endnote>")
            .Body($"<w:p>{R("Word")}<w:r><w:footnoteReference w:id=\"9\"/></w:r>{R(" and")}<w:r><w:footnoteReference w:id=\"7\"/></w:r><w:r><w:endnoteReference w:id=\"4\"/></w:r></w:p>")
            .Read();

        Assert.Equal(
            ["Paragraph | Word^{1} and^{2}^{i}", "Footnote 1 | First, line one.", "Footnote 1 | Line two.", "Footnote 2 | Second.", "Footnote i | At the end."],
            document.Shown());
    }

    [Fact]
    public void A_mark_of_the_authors_own_stands_for_the_number()
    {
        var document = new DocxBuilder()
            .Footnotes($"<w:footnote w:id=\"1\">{P("Note.")}</w:footnote>")
            .Body($"<w:p>{R("Word")}<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"1\"/><w:t>*</w:t></w:r></w:p>")
            .Read();

        Assert.Equal(["Paragraph | Word^{*}", "Footnote * | Note."], document.Shown());
    }

    [Fact]
    public void Tracked_changes_are_accepted_and_hidden_text_and_field_codes_left_out()
    {
        var document = new DocxBuilder()
            .Body($"<w:p>{R("Keep ")}<w:ins w:id=\"1\" w:author=\"a\">{R("added ")}</w:ins><w:del w:id=\"2\" w:author=\"a\"><w:r><w:delText>gone </w:delText></w:r></w:del>"
                + $"{R("secret ", "<w:vanish/>")}<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK x </w:instrText></w:r>"
                + $"<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{R("shown")}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:hyperlink r:id=\"bad\">{R(" link")}</w:hyperlink></w:p>")
            .Read();

        Assert.Equal(["Paragraph | Keep added shown link"], document.Shown());
    }

    [Fact]
    public void A_paragraph_whose_mark_was_deleted_runs_into_the_next()
    {
        var document = new DocxBuilder()
            .Body(P("One ", "<w:rPr><w:del w:id=\"1\" w:author=\"a\"/></w:rPr>") + P("sentence.") + P("Next."))
            .Read();

        Assert.Equal(["Paragraph | One sentence.", "Paragraph | Next."], document.Shown());
    }

    [Fact]
    public void Tables_give_a_line_per_row_with_tabs_between_cells()
    {
        var document = new DocxBuilder().Body(Table(["Name", "Country"], ["Amina", "Kenya"])).Read();

        Assert.Equal(["TableRow | Name\tCountry", "TableRow | Amina\tKenya"], document.Shown());
    }

    [Fact]
    public void A_box_drawn_as_a_table_of_one_column_holds_running_text()
    {
        var document = new DocxBuilder().Styles(Style("Heading2", "heading 2")).Body(
            $"<w:tbl><w:tr><w:tc>{Styled("Heading2", "Recommendation 1")}{P("Donors should wait.")}</w:tc></w:tr></w:tbl>").Read();

        Assert.Equal(["Heading2 | Recommendation 1", "Paragraph | Donors should wait."], document.Shown());
    }

    [Fact]
    public void A_text_box_is_read_once_after_its_paragraph()
    {
        var box = $"<w:txbxContent>{P("In the box.")}</w:txbxContent>";
        var document = new DocxBuilder().Body(
            $"<w:p>{R("Before.")}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>{P("After.")}").Read();

        Assert.Equal(["Paragraph | Before.", "Paragraph | In the box.", "Paragraph | After."], document.Shown());
    }

    [Fact]
    public void A_drop_cap_belongs_to_the_word_it_begins()
    {
        var document = new DocxBuilder().Body(P("T", "<w:framePr w:dropCap=\"drop\"/>") + P("he parties met.")).Read();

        Assert.Equal(["Paragraph | The parties met."], document.Shown());
    }

    [Fact]
    public void Refuses_a_file_that_unpacks_to_more_than_the_limit()
    {
        var builder = new DocxBuilder().Body(P(new string('x', 3 * 1024 * 1024)));

        var problem = Assert.Throws<RejectedInputException>(() => builder.Read(new ExtractionOptions { UnpackedLimitMegabytes = 2 })).Problem;

        Assert.Equal("unsafe-file", problem.Code);
        Assert.Contains("2 MB", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_file_that_declares_entities()
    {
        var builder = new DocxBuilder().RawDocument("<!DOCTYPE w [<!ENTITY a \"aaaa\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>");

        Assert.Equal("unsafe-file", Assert.Throws<RejectedInputException>(() => builder.Read()).Problem.Code);
    }

    [Theory]
    [InlineData("<w:document><unclosed>")]
    [InlineData("not xml at all")]
    public void Rejects_damaged_markup_as_broken(string xml) =>
        Assert.Equal("broken-file", Assert.Throws<RejectedInputException>(() => new DocxBuilder().RawDocument(xml).Read()).Problem.Code);

    [Fact]
    public void Rejects_a_document_without_words() =>
        Assert.Equal("no-text", Assert.Throws<RejectedInputException>(() => new DocxBuilder().Body(P("")).Read()).Problem.Code);

    private static string Table(params string[][] rows) =>
        "<w:tbl>" + string.Concat(rows.Select(r => "<w:tr>" + string.Concat(r.Select(c => $"<w:tc>{P(c)}</w:tc>")) + "</w:tr>")) + "</w:tbl>";
}
