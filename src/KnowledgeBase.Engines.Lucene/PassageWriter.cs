using System.Globalization;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Store.Index;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace KnowledgeBase.Engines.Lucene;

/// <summary>Writes the passages of documents into an index.</summary>
internal sealed class PassageWriter : IDisposable
{
    /// <summary>Lucene takes no term of more than 32,766 bytes; no word of a language is near to it.</summary>
    private const int LongestWord = 8_000;

    private static readonly FieldType Words = new()
    {
        IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS,
    };

    private readonly IndexWriter writer;
    private readonly PassageAnalyser analyser = new();
    private readonly WordStream headingStems = new(), textStems = new(), headingForms = new(), textForms = new();
    private readonly StringField document = new(IndexFields.Document, "", Field.Store.NO);
    private readonly NumericDocValuesField row = new(IndexFields.Row, 0), length = new(IndexFields.Length, 0);
    private readonly Document fields = [];

    public PassageWriter(IndexWriter writer)
    {
        this.writer = writer;
        fields.Add(document);
        fields.Add(row);
        fields.Add(length);
        fields.Add(new Field(IndexFields.HeadingStems, headingStems, Words));
        fields.Add(new Field(IndexFields.TextStems, textStems, Words));
        fields.Add(new Field(IndexFields.HeadingForms, headingForms, Words));
        fields.Add(new Field(IndexFields.TextForms, textForms, Words));
    }

    /// <summary>The term that all passages of a document have.</summary>
    public static Term TermOf(long documentRow) => new(IndexFields.Document, documentRow.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds the passages of documents; those of the same documents must be deleted before.</summary>
    /// <param name="store">Where their words are.</param>
    /// <param name="documents">In order of their passages' rows.</param>
    /// <param name="cancellation">Stops between documents.</param>
    public void Add(StoreSnapshot store, IEnumerable<DocumentColumns> documents, CancellationToken cancellation) => store.AnalysisData(
        documents.Where(d => d.Count > 0).Select(d => (d.Info.Row, d.FirstRow)),
        (documentRow, firstPassage, data) =>
        {
            cancellation.ThrowIfCancellationRequested();
            document.SetStringValue(documentRow.ToString(CultureInfo.InvariantCulture));
            var next = firstPassage;
            foreach (var passage in analyser.Restore(data))
            {
                row.SetInt64Value(next++);
                length.SetInt64Value(passage.Heading.Count + passage.Text.Count);
                headingStems.Words = passage.Heading;
                textStems.Words = passage.Text;
                headingForms.Words = passage.HeadingForms;
                textForms.Words = passage.TextForms;
                writer.AddDocument(fields);
            }
        });

    public void Dispose()
    {
        foreach (var words in new[] { headingStems, textStems, headingForms, textForms })
        {
            words.Dispose();
        }
    }

    /// <summary>Hands on words that are analysed already.</summary>
    private sealed class WordStream : TokenStream
    {
        private readonly ICharTermAttribute term;
        private int next;

        public WordStream() => term = AddAttribute<ICharTermAttribute>();

        public IReadOnlyList<string> Words { get; set; } = [];

        public override void Reset() => next = 0;

        public override bool IncrementToken()
        {
            if (next == Words.Count)
            {
                return false;
            }

            ClearAttributes();
            var word = Words[next++];
            term.SetEmpty().Append(word.Length > LongestWord ? word[..LongestWord] : word);
            return true;
        }
    }
}
