namespace KnowledgeBase.Extraction.Images;

/// <summary>Capitals, figures and a few marks of 5 by 7 dots, for labels on pictures.</summary>
public static class BitmapFont
{
    private const string Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ?-";
    private const int Columns = 5;
    private const int Rows = 7;

    /// <summary>Five columns for each character, the lowest bit on top.</summary>
    private const string Dots =
        "3E5149453E00427F400042615149462141454B311814127F1027454545393C4A49493001710905033649494936064949291E" +
        "7E1111117E7F494949363E414141227F4141221C7F494949417F090909013E4149497A7F0808087F00417F41002040413F01" +
        "7F081422417F404040407F020C027F7F0408107F3E4141413E7F090909063E4151215E7F09192946464949493101017F0101" +
        "3F4040403F1F2040201F3F4038403F63140814630708700807615149454302015109060808080808";

    private static readonly byte[] Shapes = Convert.FromHexString(Dots);

    /// <summary>Pixels a text takes along the row.</summary>
    /// <param name="text">The text.</param>
    /// <param name="scale">Pixels a dot, at least 1.</param>
    public static int WidthOf(string text, int scale)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Math.Max(0, (text.Length * (Columns + 1) * scale) - scale);
    }

    /// <summary>Pixels a text takes in height.</summary>
    /// <param name="scale">Pixels a dot, at least 1.</param>
    public static int HeightOf(int scale) => Rows * scale;

    /// <summary>Writes a text in one line; small letters become capitals, characters it lacks become blanks.</summary>
    /// <param name="image">Is drawn on.</param>
    /// <param name="text">The text.</param>
    /// <param name="left">First column.</param>
    /// <param name="top">First row.</param>
    /// <param name="colour">Of the letters.</param>
    /// <param name="scale">Pixels a dot, at least 1.</param>
    public static void Write(ColourImage image, string text, int left, int top, Rgb colour, int scale)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length; i++)
        {
            var index = Characters.IndexOf(char.ToUpperInvariant(text[i]), StringComparison.Ordinal);
            for (var dot = 0; index >= 0 && dot < Columns * Rows; dot++)
            {
                int column = dot % Columns, row = dot / Columns;
                if ((Shapes[(index * Columns) + column] >> row & 1) != 0)
                {
                    int x = left + (((i * (Columns + 1)) + column) * scale), y = top + (row * scale);
                    image.Fill(x, y, x + scale, y + scale, colour, 1);
                }
            }
        }
    }
}
