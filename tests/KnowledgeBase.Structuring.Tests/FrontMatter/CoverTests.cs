using KnowledgeBase.Documents;
using KnowledgeBase.Structuring.Tests.Layout;

namespace KnowledgeBase.Structuring.Tests.FrontMatter;

/// <summary>First pages as real reports print them, drawn by hand.</summary>
public sealed class CoverTests
{
    private const double Left = 60;
    private const double Indented = 123;
    private const double Right = 525;

    private static readonly string[] Text =
        ["The parties met and talked about what had to be done before the winter, and", "they agreed on little, but on what they agreed on they kept their word all year."];

    /// <summary>Organ, symbol and distribution at the top; session, agenda item and its name at the margin.</summary>
    private static PageSketch Issued(string agendaItem) => new PageSketch()
        .Line(Indented, 45, "United Nations", 14).Line(470, 45, "DP/2025/3", 10)
        .Line(Indented, 69, "Executive Board of the", 20, bold: true).Line(Indented, 94, "Sample Programme", 20, bold: true)
        .Line(397, 78, "Distr.: General").Line(397, 90, "2 December 2024").Line(397, 114, "Original: English")
        .Line(Left, 213, "First regular session 2025", bold: true).Line(Left, 225, "27 to 31 January 2025, New York").Line(Left, 237, "Item 2 of the provisional agenda*")
        .Line(Left, 249, agendaItem, bold: true);

    private static Documents.FrontMatter Front(PageSketch sketch) =>
        sketch.Line(Left, 400, "Summary", 12).Text(Indented, 420, Right, Text).NewPage().Text(Left, 60, Right, Text).Structure().Front;

    [Fact]
    public void The_title_of_an_issued_document_is_not_the_name_of_its_agenda_item()
    {
        var front = Front(Issued("Recommendations of the auditors")
            .Line(Indented, 290, "Report on the recommendations of the", 14, bold: true).Line(Indented, 308, "auditors for 2023: status^**^", 14, bold: true)
            .Line(Indented, 340, "Report of the Administrator", 12, bold: true));

        Assert.Equal(("Report on the recommendations of the auditors for 2023: status", "Report of the Administrator"), (front.Title, front.Subtitle));
        Assert.Equal(("DP/2025/3", 2024), (front.Number, front.Year));
        Assert.Empty(front.Authors);
    }

    [Fact]
    public void A_place_and_date_in_brackets_under_the_title_is_not_the_title()
    {
        var front = Front(Issued("Programmes").Line(Indented, 290, "Report of the Committee at its ninth session", 14, bold: true)
            .Line(Indented, 318, "(New York, 1 and 2 April 2025)", 12, bold: true));

        Assert.Equal("Report of the Committee at its ninth session", front.Title);
    }

    [Fact]
    public void A_body_alone_is_no_title()
    {
        Assert.Equal("Sample Population Fund: Report on the audit of 2024", Front(Issued("Internal audit")
            .Line(Indented, 290, "Sample Population Fund", 14, bold: true).Line(Indented, 320, "Report on the audit of 2024", 12, bold: true)).Title);
        Assert.Equal("Internal audit", Front(Issued("Internal audit")
            .Line(Indented, 290, "Sample Population Fund", 14, bold: true).Line(Indented, 320, "Addendum", 12, bold: true)).Title);
    }

    [Fact]
    public void An_old_typewritten_document_has_its_title_amid_the_page()
    {
        var front = new PageSketch().Line(Left, 35, "UNITED", 13.7, bold: true).Line(158, 95, "General Assembly", 16, bold: true)
            .Line(395, 111, "Distr.").Line(395, 122, "GENERAL").Line(395, 146, "A/52/687").Line(395, 158, "18 November 1997").Line(395, 169, "ENGLISH").Line(395, 181, "ORIGINAL: ENGLISH")
            .Line(Left, 231, "Fifty-second session").Line(Left, 243, "Agenda item 44").Line(150, 278, "THE SITUATION IN THE VALLEY").Line(213, 301, "Report of the Secretary-General")
            .Line(258, 336, "I. INTRODUCTION").Text(Left, 360, Right, Text).Structure().Front;

        Assert.Equal(("THE SITUATION IN THE VALLEY", "A/52/687", 1997), (front.Title, front.Number, front.Year));
    }

    [Fact]
    public void The_record_of_a_meeting_is_called_by_organ_and_meeting()
    {
        var front = new PageSketch().Line(Indented, 41, "United Nations", 14.3).Line(493, 36, "A /79/PV.64").Line(Indented, 62, "General Assembly", 20, bold: true)
            .Line(Indented, 87, "Seventy-ninth session").Line(Indented, 109, "64th plenary meeting").Line(Indented, 131, "Wednesday, 16 April 2025, 10 a.m.")
            .Text(Left, 230, Right, Text).NewPage().Text(Left, 60, Right, Text).Structure().Front;

        Assert.Equal(("General Assembly, 64th plenary meeting", "A/79/PV.64", 2025), (front.Title, front.Number, front.Year));
    }

    private static PageSketch Body(PageSketch sketch) => sketch.NewPage().Line(Left, 60, "Introduction", 14, bold: true).Text(Left, 90, Right, Text)
        .Line(Left, 140, "Findings", 14, bold: true).Text(Left, 170, Right, Text);

    [Fact]
    public void Of_two_lines_in_the_same_type_the_upper_is_the_title()
    {
        var front = Body(new PageSketch().Line(Left, 180, "Use of Wells in Villages", 30).Line(Left, 255, "Discussion Paper for the Steering Meetings", 30)).Structure().Front;

        Assert.Equal(("Use of Wells in Villages", "Discussion Paper for the Steering Meetings"), (front.Title, front.Subtitle));
    }

    [Fact]
    public void A_title_set_in_two_sizes_is_whole()
    {
        Assert.Equal("INNOVATIONS in OPEN WATERMAKING", Body(new PageSketch().Line(Left, 240, "INNOVATIONS in", 60, bold: true).Line(Left, 310, "OPEN WATERMAKING", 70, bold: true)).Structure().Front.Title);
    }

    [Fact]
    public void A_name_of_one_word_is_a_title_and_an_ornament_far_below_no_subtitle()
    {
        var front = Body(new PageSketch().Line(Left, 135, "OPENRIVERS", 30).Line(Left, 197, "Open Wells as One Small Part of the Picture", 20).Line(250, 394, "OPEN WELLS", 20, bold: true)
            .Line(250, 569, "by Ana Muster", 12)).Structure().Front;

        Assert.Equal(("OPENRIVERS", "Open Wells as One Small Part of the Picture"), (front.Title, front.Subtitle));
    }

    [Fact]
    public void The_kind_of_paper_is_no_title()
    {
        var front = new PageSketch().Line(133, 24, "EVALUATION BRIEF", 24, bold: true).Line(133, 58, "Wells of the Valley, 2020–2024", 14, bold: true)
            .Text(Left, 100, Right, Text).Text(Left, 140, Right, Text).NewPage().Text(Left, 60, Right, Text).Structure().Front;

        Assert.Equal("Wells of the Valley, 2020–2024", front.Title);
    }

    [Fact]
    public void An_act_is_of_the_year_in_its_name()
    {
        var front = Body(new PageSketch().Line(200, 96, "Ley 200 de 1936", 18).Text(Left, 137, Right, Text)).Structure().Front;

        Assert.Equal(("Ley 200 de 1936", 1936), (front.Title, front.Year));
    }

    [Fact]
    public void A_sentence_on_the_first_pages_tells_authors_and_editors()
    {
        var front = Body(new PageSketch().Line(Left, 180, "Use of Wells in Villages", 30).NewPage()
            .Text(Left, 100, Right, "This paper was written by Ana Muster and Ben al Prov (Sample Institute), and Clara", "Ejemplo (Sample Network). It was edited by Dora Exemple (Network) and Emil Esempio.")).Structure().Front;

        Assert.Equal(["Ana Muster", "Ben al Prov", "Clara Ejemplo"], front.Authors);
        Assert.Equal(["Dora Exemple", "Emil Esempio"], front.Editors);
    }

    [Fact]
    public void A_name_over_what_the_person_does_is_the_author()
    {
        var front = Body(new PageSketch().Line(Left, 180, "Herding Cats and Sheep in the Valley", 24, bold: true)
            .Line(Left, 480, "Edward R. Muster").Line(Left, 492, "Research Associate Professor").Line(Left, 504, "Department of Wells").Line(Left, 516, "University of the Valley").Line(Left, 627, "July, 2010")).Structure().Front;

        Assert.Equal(["Edward R. Muster"], front.Authors);
    }

    [Theory]
    [InlineData(2016, "In October 2015 the talks began.", 2016)]
    [InlineData(2022, "In October 2015 the talks began.", null)]
    public void The_date_of_the_file_counts_where_the_text_bears_it_out(int saved, string sentence, int? year)
    {
        var document = Body(new PageSketch().Line(Left, 180, "Use of Wells in Villages", 30)).Line(Left, 300, sentence).Document() with
        {
            Metadata = new FileMetadata(Created: new DateTimeOffset(saved, 3, 1, 0, 0, 0, TimeSpan.Zero)),
        };

        Assert.Equal(year, new Structurer().Structure(document, new DocumentId("aaaaaaaaaaaa")).Front.Year);
    }

    [Fact]
    public void What_will_be_published_tells_no_year()
    {
        var front = Body(new PageSketch().Line(Left, 180, "Use of Wells in Villages", 30))
            .Text(Left, 240, Right, "The reports of the other modules, of which there are more than one could count on two hands,", "will be published throughout 2026 and early 2027, and what they find will be discussed with", "all those who have a part in it before any of it is printed and sent to the members who", "have asked for a copy of their own to read at home.").Structure().Front;

        Assert.Null(front.Year);
    }
}
