using KnowledgeBase.Extraction.Pdf;

namespace KnowledgeBase.Extraction.Tests.Pdf;

public sealed class TextRepairTests
{
    [Theory]
    [InlineData("M˘anescu", "Mănescu")]
    [InlineData("ˇCerny", "Černy")]
    [InlineData("W˛e", "Wę")]
    [InlineData("Erd˝os", "Erdős")]
    [InlineData("a ˘ by itself", "a ˘ by itself")]
    public void Accents_that_fonts_print_before_their_letter_are_joined_to_it(string read, string printed) => Assert.Equal(printed, TextRepair.Repair(read));
}
