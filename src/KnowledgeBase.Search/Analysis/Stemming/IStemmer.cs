namespace KnowledgeBase.Search.Analysis.Stemming;

/// <summary>Reduces a word to what it shares with its inflected and derived forms; pure.</summary>
internal interface IStemmer
{
    /// <param name="word">Lower-case, composed (NFC), with its accents; one word.</param>
    string Stem(string word);
}
