using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Tests.FrontMatter;

public class FrontMatterTests
{
    private const string Body = "The parties met and talked about what had to be done before the winter, and they agreed on little.";

    [Fact]
    public void Reads_the_title_block_of_a_word_file()
    {
        var front = new DeclaredDocument()
            .Add(DeclaredKind.Title, "Eighteen Months at a Time").Add(DeclaredKind.Subtitle, "Funding and Turnover")
            .Add(DeclaredKind.Subtitle, "Sample Discussion Papers No. 12").Add(DeclaredKind.Author, "Bimala Namuna and Jens Exempelsen").Add(DeclaredKind.Date, "Geneva, March 2015")
            .Heading(1, "Introduction").Text(Body).Structure().Front;

        Assert.Equal(("Eighteen Months at a Time", "Funding and Turnover"), (front.Title, front.Subtitle));
        Assert.Equal(("Sample Discussion Papers", "12", 2015, "Geneva"), (front.Series, front.Number, front.Year, front.Place));
        Assert.Equal(["Bimala Namuna", "Jens Exempelsen"], front.Authors);
        Assert.Equal("en", front.Language);
    }

    [Theory]
    [InlineData("Sample Discussion Papers, no 4 (2017)", "4")]
    [InlineData("Sample Discussion Papers • n.º 5 • 2018", "5")]
    [InlineData("Sample Discussion Papers N° 6", "6")]
    public void Reads_series_and_number_as_other_languages_print_them(string line, string number)
    {
        var front = new DeclaredDocument().Add(DeclaredKind.Title, "Eaux et armes").Add(DeclaredKind.Subtitle, line).Heading(1, "Introduction").Text(Body).Structure().Front;

        Assert.Equal(("Sample Discussion Papers", number), (front.Series, front.Number));
    }

    [Fact]
    public void The_last_of_three_authors_is_kept_and_the_kind_of_paper_is_none()
    {
        var front = new DeclaredDocument().Add(DeclaredKind.Title, "Water and Weapons").Add(DeclaredKind.Author, "Ana Muster, Ben Prov, and Clara Ejemplo; Sample Working Paper")
            .Heading(1, "Introduction").Text(Body).Structure().Front;

        Assert.Equal(["Ana Muster", "Ben Prov", "Clara Ejemplo"], front.Authors);
    }

    [Theory]
    [InlineData("Ana Muster∗, Ben Prov†, Clara Ejemplo∗†")]
    [InlineData("Ana Muster1,* Ben Prov2 Clara Ejemplo1, 2")]
    [InlineData("Ana Muster¹ Ben Prov²,³ and Clara Ejemplo‡")]
    public void Marks_that_lead_to_affiliations_part_names_and_are_no_part_of_them(string line)
    {
        var front = new DeclaredDocument().Add(DeclaredKind.Title, "Water and Weapons").Add(DeclaredKind.Author, line).Heading(1, "Introduction").Text(Body).Structure().Front;

        Assert.Equal(["Ana Muster", "Ben Prov", "Clara Ejemplo"], front.Authors);
    }

    [Fact]
    public void The_names_on_a_map_are_no_authors()
    {
        string[] places =
        [
            "Muster Bay", "Prov Island", "Ejemplo Point", "Exemple Rock", "Esempio Light", "Namuna Beach", "Beispiel Reef", "Voorbeeld Cove", "Sampel Harbor", "Primer Shoal",
            "Przyklad Bluff", "Ornek Landing", "Esimerkki Head", "Mfano Creek", "Misal Lagoon", "Priklad Cape",
        ];
        var front = new DeclaredDocument().Add(DeclaredKind.Title, "Water and Weapons").Add(DeclaredKind.Author, string.Join(", ", places))
            .Heading(1, "Introduction").Text(Body).Structure().Front;

        Assert.Empty(front.Authors);
    }

    [Theory]
    [InlineData("Distr.: General 25 March 2013 English", 2013)]
    [InlineData("Date: 29 June 2016", 2016)]
    [InlineData("April 2008 – December 2009", 2009)]
    [InlineData("Madrid, 3 de abril de 2012, texto final", 2012)]
    public void Reads_the_year_from_a_date_among_the_opening_lines(string line, int year)
    {
        var front = new DeclaredDocument().Text(line).Add(DeclaredKind.Title, "Water and Weapons").Heading(1, "Introduction").Text(Body).Structure().Front;

        Assert.Equal(year, front.Year);
    }

    [Fact]
    public void The_year_of_the_meeting_is_not_the_year_of_publication()
    {
        var front = new DeclaredDocument().Add(DeclaredKind.Title, "A Paper on Rivers").Add(DeclaredKind.Date, "January 2019").Heading(1, "Introduction")
            .Text("This paper reports on the Annual Sample Meeting in Nairobi in May 2018. " + Body).Structure().Front;

        Assert.Equal(2019, front.Year);
        Assert.Equal(new DocumentEvent("Annual Sample Meeting", "Nairobi", 2018), front.Event);
    }

    [Fact]
    public void Reads_meetings_in_french_and_spanish()
    {
        Assert.Equal(
            new DocumentEvent("atelier régional sur la médiation", "Dakar", 2017),
            new DeclaredDocument().Heading(1, "Introduction").Text("Ce document rend compte de l’atelier régional sur la médiation tenu à Dakar en mars 2017 avec les membres du réseau.").Structure().Front.Event! with { Name = "atelier régional sur la médiation" });
        Assert.Equal(
            "Bogotá",
            new DeclaredDocument().Heading(1, "Introducción").Text("Este documento recoge el encuentro anual de la red celebrado en Bogotá en mayo de 2016 con los socios.").Structure().Front.Event!.Place);
    }

    [Fact]
    public void The_imprint_gives_publisher_numbers_and_addresses()
    {
        var front = new DeclaredDocument().Add(DeclaredKind.Title, "A Paper on Rivers").Heading(1, "Text").Text(Body).Heading(1, "Imprint")
            .Text("Published by: Sample Institute for Peace, 2020").Text("Editors: Ana Muster, Ben Prov").Text("ISSN 1234-567X").Text("https://doi.org/10.1234/abc.5")
            .Text("Available at: https://example.org/paper.pdf").Structure().Front;

        Assert.Equal(("Sample Institute for Peace", "ISSN 1234-567X", "10.1234/abc.5", "https://example.org/paper.pdf"), (front.Publisher, front.StandardNumber, front.Doi, front.Url));
        Assert.Equal(["Ana Muster", "Ben Prov"], front.Editors);
        Assert.Equal(2020, front.Year);
    }

    [Fact]
    public void The_properties_of_a_word_file_count_only_where_the_text_bears_them_out()
    {
        static DeclaredDocument Document(string title, string author) => new DeclaredDocument { Metadata = new(title, author) }
            .Text("Water and Weapons").Heading(1, "Introduction").Text(Body).Heading(1, "End").Text(Body + " Again.");

        Assert.Null(Document("Microsoft Word - draft_final2.docx", "User").Structure().Front.Title);
        Assert.Null(Document("Quarterly Budget Template", "User").Structure().Front.Title);
        Assert.Equal("Water and Weapons", Document("Water and Weapons", "Zoe Typist").Structure().Front.Title);
        Assert.Empty(Document("Water and Weapons", "Zoe Typist").Structure().Front.Authors);
    }

    [Fact]
    public void The_head_of_a_markdown_file_is_the_authors_own_word()
    {
        var document = new DeclaredDocument(SourceFormat.Markdown)
        {
            Metadata = new("Borrowed Experience", "Mehdi Mithal; Ingrid Mønster", new DateTimeOffset(2025, 5, 20, 0, 0, 0, TimeSpan.Zero))
            {
                More = new Dictionary<string, string> { ["series"] = "Sample Papers", ["number"] = "13", ["date"] = "2025-05-20", ["event"] = "Learning exchange, Tunis, May 2024" },
            },
        };
        var front = document.Heading(1, "Introduction").Text(Body).Structure().Front;

        Assert.Equal(("Borrowed Experience", "Sample Papers", "13", 2025), (front.Title, front.Series, front.Number, front.Year));
        Assert.Equal(new DocumentEvent("Learning exchange", "Tunis", 2024), front.Event);
        Assert.Equal(["Mehdi Mithal", "Ingrid Mønster"], front.Authors);
    }

    [Fact]
    public void A_united_nations_document_is_known_by_its_symbol()
    {
        var front = new DeclaredDocument { Metadata = new() { More = new Dictionary<string, string> { ["header"] = "S/2025/197\n25-05194" } } }
            .Heading(1, "Summary").Text(Body).Structure().Front;

        Assert.Equal(("S/2025/197", 2025), (front.Number, front.Year));
    }

    [Fact]
    public void What_is_not_said_stays_empty()
    {
        var front = new DeclaredDocument().Heading(1, "Introduction").Text(Body).Structure().Front;

        Assert.Equal(new Documents.FrontMatter { Language = "en" }, front with { Authors = new Documents.FrontMatter().Authors, Editors = new Documents.FrontMatter().Editors });
        Assert.Empty(front.Authors);
    }
}
