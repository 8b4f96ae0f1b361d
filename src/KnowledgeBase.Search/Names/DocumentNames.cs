using System.Text;

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
    public static DocumentNames Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length == 0)
        {
            return None;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        var names = List(() => string.Intern(reader.ReadString()));
        string Name() => names[reader.Read7BitEncodedInt()];
        var passages = List(() => List(Name) is var places && List(Name) is var organisations && places.Length + organisations.Length > 0
            ? new PassageNames(places, organisations, [])
            : PassageNames.None);
        var acronyms = List(() => new Acronym(reader.ReadString(), reader.ReadString()));
        var processes = reader.BaseStream.Position < bytes.Length ? List(() => List(Name)) : [];
        for (var i = 0; i < processes.Length; i++)
        {
            passages[i] = processes[i].Length > 0 ? passages[i] with { Processes = processes[i] } : passages[i];
        }

        return new(passages, acronyms);

        T[] List<T>(Func<T> read)
        {
            var items = new T[reader.Read7BitEncodedInt()];
            for (var i = 0; i < items.Length; i++)
            {
                items[i] = read();
            }

            return items;
        }
    }
}
