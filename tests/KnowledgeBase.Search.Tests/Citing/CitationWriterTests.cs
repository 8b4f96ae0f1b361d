using KnowledgeBase.Documents;
using KnowledgeBase.Search.Citing;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Tests.Citing;

public sealed class CitationWriterTests
{
    private static readonly FrontMatter Report = new()
    {
        Title = "Who Speaks First?",
        Subtitle = "Order at the table",
        Series = "Discussion Points",
        Number = "8",
        Year = 2016,
        Authors = ["Zoë Lindqvist-Årud", "Jan van der Berg"],
        Publisher = "Example Institute",
        Place = "Geneva",
        Doi = "10.1234/x",
    };

    private readonly CitationWriter chicago = new(CitationStyle.Chicago);
    private readonly CitationWriter apa = new(CitationStyle.Apa);

    [Fact]
    public void Cites_a_passage_in_a_Chicago_note_with_the_printed_page()
    {
        var citation = chicago.CitePassage(Report, "r.pdf", Entry(first: 9, label: "7"));
        Assert.Equal(
            "Zoë Lindqvist-Årud and Jan van der Berg, Who Speaks First? Order at the table, Discussion Points, no. 8 (Geneva: Example Institute, 2016), p. 7.",
            citation.Text);
        Assert.Equal("Who Speaks First? Order at the table", Assert.Single(citation.Runs, run => run.Italic).Text);
    }

    [Fact]
    public void Lists_a_source_in_Chicago_with_the_first_author_inverted() => Assert.Equal(
        "Lindqvist-Årud, Zoë, and Jan van der Berg. Who Speaks First? Order at the table. Discussion Points, no. 8. Geneva: Example Institute, 2016. https://doi.org/10.1234/x.",
        chicago.CiteSource(Report, "r.pdf").Text);

    [Fact]
    public void Lists_a_source_in_APA_with_initials_and_no_stop_after_the_address() => Assert.Equal(
        "Lindqvist-Årud, Z., & van der Berg, J. (2016). Who Speaks First? Order at the table (Discussion Points, no. 8). Example Institute. https://doi.org/10.1234/x",
        apa.CiteSource(Report, "r.pdf").Text);

    [Fact]
    public void Cites_in_the_text_by_family_name_year_and_page() => Assert.Equal(
        "(Lindqvist-Årud & van der Berg, 2016, pp. 7–8)", CitationWriter.InText(Report, "r.pdf", Entry(first: 9, last: 10, label: "7", lastLabel: "8")));

    [Fact]
    public void Says_that_a_page_number_is_the_files_own_when_none_is_printed() =>
        Assert.Equal("PDF pp. 9–10", CitedPlace.Of(Entry(first: 9, last: 10)));

    [Fact]
    public void Names_section_and_paragraph_where_there_are_no_pages() =>
        Assert.Equal("sec. 3.2, para. 4", CitedPlace.Of(Entry() with { SectionNumber = "3.2" }));

    [Fact]
    public void Names_a_footnote_by_its_number_and_page() =>
        Assert.Equal("n. 12 on p. 9", CitedPlace.Of(Entry(first: 11, label: "9") with { NoteNumber = "12" }));

    [Fact]
    public void Names_the_quoted_speaker_before_the_source()
    {
        var quote = Entry(first: 2, label: "2");
        quote = quote with { Passage = quote.Passage with { Role = PassageRole.Quote, Attribution = "A participant." } };
        Assert.StartsWith("A participant, quoted in Zoë", chicago.CitePassage(Report, "r.pdf", quote).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Invents_nothing_for_a_document_that_says_nothing_of_itself() => Assert.Equal(
        "untitled document (scan.pdf) (n.d.), PDF p. 3.", chicago.CitePassage(new FrontMatter(), "scan.pdf", Entry(first: 3)).Text);

    [Fact]
    public void Keeps_a_document_symbol_without_a_number_sign() => Assert.Equal(
        "On Mediation, A/66/811 (2012), p. 1.",
        chicago.CitePassage(new FrontMatter { Title = "On Mediation", Number = "A/66/811", Year = 2012 }, "x", Entry(first: 1, label: "1")).Text);

    [Fact]
    public void Shortens_four_authors_in_a_note_but_not_in_the_list()
    {
        var front = new FrontMatter { Title = "T", Year = 2001, Authors = ["A One", "B Two", "C Three", "D Four"] };
        Assert.StartsWith("A One et al., T (2001)", chicago.CitePassage(front, "x", Entry(first: 1, label: "1")).Text, StringComparison.Ordinal);
        Assert.StartsWith("One, A, B Two, C Three, and D Four. T. 2001", chicago.CiteSource(front, "x").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mediation Support Network", "Mediation Support Network", true)]
    [InlineData("UNDP", "UNDP", true)]
    [InlineData("Ana María de la Cruz", "de la Cruz, Ana María", false)]
    [InlineData("Jean-Pierre Dupont", "Dupont, Jean-Pierre", false)]
    [InlineData("Martin King Jr.", "King Jr., Martin", false)]
    [InlineData("Okello, Grace", "Okello, Grace", false)]
    public void Inverts_people_and_leaves_bodies_whole(string printed, string inverted, bool organisation)
    {
        var name = AuthorName.Parse(printed);
        Assert.Equal(inverted, name.Inverted);
        Assert.Equal(organisation, name.IsOrganisation);
    }

    [Fact]
    public void Keeps_the_hyphen_of_a_double_given_name() => Assert.Equal("Dupont, J.-P. M.", AuthorName.Parse("Jean-Pierre Marie Dupont").WithInitials);

    private static PassageEntry Entry(int? first = null, int? last = null, string? label = null, string? lastLabel = null)
    {
        var document = new DocumentId("0123456789ab");
        var passage = new Passage(PassageId.Compute(document, "words", 0), PassageRole.Paragraph, "words")
        {
            PageFirst = first,
            PageLast = last ?? first,
            PageLabelFirst = label,
            PageLabelLast = lastLabel ?? label,
            ParagraphInSection = 4,
        };
        return new(1, document, 0, passage);
    }
}
