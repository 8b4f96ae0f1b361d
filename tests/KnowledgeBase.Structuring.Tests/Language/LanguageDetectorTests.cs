using KnowledgeBase.Structuring.Language;

namespace KnowledgeBase.Structuring.Tests.Language;

public class LanguageDetectorTests
{
    [Theory]
    [InlineData("en", "The parties agreed that the mediator should write down what had been said at the table.")]
    [InlineData("fr", "Les parties ont convenu que le médiateur écrirait ce qui avait été dit à la table de négociation.")]
    [InlineData("es", "Las partes acordaron que el mediador escribiría lo que se había dicho en la mesa de negociación.")]
    [InlineData("pt", "As partes concordaram que o mediador não escreveria o que foi dito durante a reunião com as comunidades.")]
    [InlineData("de", "Die Parteien waren sich einig, dass der Vermittler aufschreiben sollte, was am Tisch gesagt wurde.")]
    [InlineData("it", "Le parti hanno deciso che il mediatore non avrebbe scritto quello che è stato detto nella riunione.")]
    [InlineData("nl", "De partijen spraken af dat de bemiddelaar niet zou opschrijven wat er aan de tafel werd gezegd.")]
    [InlineData("ar", "اتفق الطرفان على أن يكتب الوسيط ما قيل على الطاولة")]
    [InlineData("ru", "Стороны договорились, что посредник запишет сказанное за столом")]
    [InlineData("uk", "Сторони домовилися, що посередник запише сказане за столом їхніх переговорів")]
    [InlineData("zh", "各方同意调解人应写下谈判桌上所说的话")]
    public void Tells_the_language_of_a_sentence(string expected, string text) => Assert.Equal(expected, LanguageDetector.OfPassage(text, null));

    [Theory]
    [InlineData("Peace talks")]
    [InlineData("12 34 56 78 90 12 34 56 78")]
    public void Says_nothing_where_there_is_too_little_to_go_by(string text) => Assert.Null(LanguageDetector.OfPassage(text, "en"));

    [Fact]
    public void A_document_has_the_language_of_most_of_its_words()
    {
        const string English = "This is what the members of the network said when they were asked about their work.";
        const string French = "Nous avons attendu deux ans et personne ne nous a écoutés dans cette ville.";

        Assert.Equal("en", LanguageDetector.OfDocument([English, French, English, English]));
    }

    [Fact]
    public void More_languages_than_a_word_has_marks_for_are_refused()
    {
        Assert.Equal(LanguageProfile.All.Count, Enumerable.Range(0, LanguageProfile.All.Count).Select(WordCount.MarkOf).Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => WordCount.MarkOf(32));
    }
}
