using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Tests.Declared;

public class DeclaredReaderTests
{
    [Fact]
    public void Takes_note_marks_out_of_the_text_and_remembers_where_they_stood()
    {
        var document = new DeclaredDocument().Text("Third parties^{1} help,^{2, 3} on the 1^{st} day.").Note("1", "A note on words.").Note("2", "Two.").Note("3", "Three.").Structure();

        Assert.Equal(["Paragraph: Third parties help, on the 1st day. ^1/13 ^2/19 ^3/19"], document.Passages());
        Assert.All(document.Footnotes, f => Assert.Equal(document.Passages[0].Id, f.CitedBy));
    }

    [Fact]
    public void The_last_line_of_a_quote_says_who_is_quoted()
    {
        var document = new DeclaredDocument()
            .Text("She said:").Quote("I waited two years for that lunch, and nobody paid.").Quote("Participant in an interview")
            .Text("Later:").Quote("Nobody ever asked us what we wanted from the talks.").Quote("— A delegate, Geneva").Structure();

        Assert.Equal(
            [
                "Paragraph: She said:", "Quote: I waited two years for that lunch, and nobody paid. @Participant in an interview",
                "Paragraph: Later:", "Quote: Nobody ever asked us what we wanted from the talks. @A delegate, Geneva",
            ],
            document.Passages());
    }

    [Fact]
    public void Paragraphs_of_one_quote_are_one_passage_and_quotes_of_their_own_stay_apart()
    {
        var document = new DeclaredDocument()
            .Quote("We waited for them all day.").Quote("In the evening they came.").Text("Then:").Quote("“One.”").Quote("“Two.”").Structure();

        Assert.Equal(["Quote: We waited for them all day. In the evening they came.", "Paragraph: Then:", "Quote: “One.”", "Quote: “Two.”"], document.Passages());
    }

    [Fact]
    public void In_html_each_quote_element_is_one_quote()
    {
        var document = new DeclaredDocument(SourceFormat.Html).Quote("First of two.").AndLine("And more of it.").Quote("Another.").Structure();

        Assert.Equal(["Quote: First of two. And more of it.", "Quote: Another."], document.Passages());
    }

    [Fact]
    public void A_quote_names_its_speaker_on_the_same_line() =>
        Assert.Equal(["Quote: “We waited.” @A delegate"], new DeclaredDocument().Quote("“We waited.” – A delegate").Structure().Passages());

    [Fact]
    public void Lists_typed_by_hand_are_lists()
    {
        var document = new DeclaredDocument().Text("Two things:").Text("• to wait;").Text("(b) to listen.").Text("2) to write").Structure();

        Assert.Equal(["Paragraph: Two things:", "ListItem •: to wait;", "ListItem (b): to listen.", "ListItem 2): to write"], document.Passages());
    }

    [Fact]
    public void Bold_lines_before_text_are_headings_below_the_declared_ones()
    {
        var document = new DeclaredDocument().Heading(1, "Findings").Text("**On trust**").Text("Trust grew slowly between them.").Text("It took years.").Text("**Note.** This is text.").Structure();

        Assert.Equal(["1 Findings", "2 On trust"], document.Outline());
        Assert.True(document.Sections[1].LevelConfidence < 1);
        Assert.Equal("Note", document.Passages[^1].Label);
        Assert.StartsWith("Note. This", document.Passages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_typed_by_hand_are_linked_to_raised_numbers()
    {
        var document = new DeclaredDocument().Heading(1, "Text").Text("One claim.^{1} Another.^{2}").Heading(1, "Notes").Text("1. Sample, Title, 2001.").Text("2 Trial, Title, 2002.").Structure();

        Assert.Equal(["Paragraph: One claim. Another. ^1/10 ^2/19"], document.Passages());
        Assert.Equal(["1 Sample, Title, 2001.", "2 Trial, Title, 2002."], document.Footnotes.Select(f => $"{f.Number} {f.Text}"));
        Assert.Equal(["1 Text"], document.Outline());
    }

    [Fact]
    public void Numbers_that_run_on_across_headings_number_paragraphs()
    {
        const string Long = "The Council took note of the report of the Secretary-General and asked him to report again within six months of the date of its decision.";
        var document = new DeclaredDocument()
            .Heading(1, "One").Item("1.", Long).Item("2.", Long + " A").Heading(1, "Two").Item("3.", Long + " B").Heading(1, "Three").Item("4.", Long + " C").Structure();

        Assert.All(document.Passages, p => Assert.Equal(PassageRole.Paragraph, p.Role));
        Assert.Equal(["1.", "2.", "3.", "4."], document.Passages.Select(p => p.Marker));
    }

    [Fact]
    public void Lists_below_different_headings_stay_lists()
    {
        const string Long = "Donors should finance committees by the season and over many seasons, and make funds available six weeks before the herds move again.";
        var document = new DeclaredDocument()
            .Heading(1, "Lessons").Item("1.", Long).Item("2.", Long + " A").Heading(1, "Recommendations").Item("1.", Long + " B").Item("2.", Long + " C").Item("3.", Long + " D").Structure();

        Assert.All(document.Passages, p => Assert.Equal(PassageRole.ListItem, p.Role));
    }

    [Fact]
    public void The_only_top_heading_before_all_text_is_the_title()
    {
        var document = new DeclaredDocument(SourceFormat.Markdown).Heading(1, "Two keys to one door").Heading(2, "Introduction").Text("Text.").Heading(2, "End").Text("More.").Structure();

        Assert.Equal("Two keys to one door", document.Front.Title);
        Assert.Equal(["1 Introduction", "1 End"], document.Outline());
    }

    [Fact]
    public void Tables_keep_rows_and_cells() =>
        Assert.Equal(["Table: Name\tCountry\nAmina\tKenya"], new DeclaredDocument().Add(DeclaredKind.TableRow, "Name\tCountry").AndLine("Amina\tKenya").Structure().Passages());

    [Fact]
    public void Heading_numbers_of_word_lists_are_numbers_of_sections() =>
        Assert.Equal(["1 2 Findings", "2 2.1 Trust"], new DeclaredDocument().Heading(1, "Findings", "2.").Heading(2, "Trust", "2.1").Text("Text.").Structure().Outline());
}
