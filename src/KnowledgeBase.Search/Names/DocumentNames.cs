using System.Runtime.CompilerServices;
using System.Text;
using KnowledgeBase.Search.Index.Memory;

namespace KnowledgeBase.Search.Names;

/// <summary>The names in one passage and its headings, each once, as facets show them.</summary>
/// <param name="Places">Countries, territories and regions.</param>
/// <param name="Organisations">Organisations.</param>
/// <param name="Processes">Peace processes and agreements.</param>
public sealed record PassageNames(IReadOnlyList<string> Places, IReadOnlyList<string> Organisations, IReadOnlyList<string> Processes)
{
    /// <summary>No names.</summary>
    public static PassageNames None { get; } = new([], [], []);
}

/// <summary>A short form that a document explains.</summary>
/// <param name="ShortForm">As printed, such as "WANEP".</param>
/// <param name="LongForm">As printed, such as "West Africa Network for Peacebuilding".</param>
public sealed record Acronym(string ShortForm, string LongForm);

/// <summary>The names of a document.</summary>
/// <param name="Passages">One for each passage and footnote, in order of position.</param>
/// <param name="Acronyms">Each short form once, with the long form it had first.</param>
public sealed record DocumentNames(IReadOnlyList<PassageNames> Passages, IReadOnlyList<Acronym> Acronyms)
{
    /// <summary>No names: of a document that was not looked through.</summary>
    public static DocumentNames None { get; } = new([], []);

    /// <summary>The names as bytes; each name is written once.</summary>
    public byte[] Write()
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        string[] names = [.. Passages.SelectMany(p => p.Places.Concat(p.Organisations).Concat(p.Processes)).Distinct(StringComparer.Ordinal)];
        var places = names.Select((name, place) => (name, place)).ToDictionary(each => each.name, each => each.place, StringComparer.Ordinal);
        List(names, writer.Write);
        List(Passages, passage =>
        {
            List(passage.Places, name => writer.Write7BitEncodedInt(places[name]));
            List(passage.Organisations, name => writer.Write7BitEncodedInt(places[name]));
        });
        List(Acronyms, acronym =>
        {
            writer.Write(acronym.ShortForm);
            writer.Write(acronym.LongForm);
        });
        // Behind what earlier versions wrote, so that theirs is read as before.
        List(Passages, passage => List(passage.Processes, name => writer.Write7BitEncodedInt(places[name])));
        writer.Flush();
        return bytes.ToArray();

        void List<T>(IReadOnlyList<T> items, Action<T> write)
        {
            writer.Write7BitEncodedInt(items.Count);
            foreach (var item in items)
            {
                write(item);
            }
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote; no bytes are no names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Run thousands of times at a start, before code is optimised by itself.
    public static DocumentNames Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length == 0)
        {
            return None;
        }

        var reader = new ByteReader(bytes);
        var names = new string[reader.Read()];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = string.Intern(Text(ref reader));
        }

        var found = new (string[] Places, string[] Organisations, string[] Processes)[reader.Read()];
        var alone = new string[names.Length][];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = (List(ref reader, names, alone), List(ref reader, names, alone), []);
        }

        var acronyms = new Acronym[reader.Read()];
        for (var i = 0; i < acronyms.Length; i++)
        {
            acronyms[i] = new(Text(ref reader), Text(ref reader));
        }

        var processes = reader.AtEnd ? 0 : reader.Read();
        for (var i = 0; i < processes; i++)
        {
            found[i].Processes = List(ref reader, names, alone);
        }

        return new(Array.ConvertAll(found, each => each is ([], [], []) ? PassageNames.None : new(each.Places, each.Organisations, each.Processes)), acronyms);
    }

    private static string Text(ref ByteReader reader) => Encoding.UTF8.GetString(reader.Read(reader.Read()));

    // Most lists hold no name or one, and those of one are shared: a store has hundreds of thousands.
    private static string[] List(ref ByteReader reader, string[] names, string[][] alone)
    {
        var count = reader.Read();
        if (count == 0)
        {
            return [];
        }

        if (count == 1)
        {
            var name = reader.Read();
            return alone[name] ??= [names[name]];
        }

        var list = new string[count];
        for (var i = 0; i < count; i++)
        {
            list[i] = names[reader.Read()];
        }

        return list;
    }
}
