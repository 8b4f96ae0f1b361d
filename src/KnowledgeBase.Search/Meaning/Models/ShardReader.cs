using System.Runtime.InteropServices;

namespace KnowledgeBase.Search.Meaning.Models;

/// <summary>Reads numbers that run on from one file to the next, holding one file at a time.</summary>
/// <param name="files">Where they are.</param>
/// <param name="names">Their names, in order.</param>
internal sealed class ShardReader(ModelFiles files, IReadOnlyList<string> names)
{
    private byte[] _shard = [];
    private int _offset;
    private int _next;

    /// <summary>The next numbers: 32-bit floats, little-endian.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="EndOfStreamException">The files hold fewer.</exception>
    public float[] Read(int count)
    {
        var values = new float[count];
        var bytes = MemoryMarshal.AsBytes(values.AsSpan());
        while (bytes.Length > 0)
        {
            if (_offset == _shard.Length)
            {
                Advance();
            }

            var taken = Math.Min(bytes.Length, _shard.Length - _offset);
            _shard.AsSpan(_offset, taken).CopyTo(bytes);
            bytes = bytes[taken..];
            _offset += taken;
        }

        return values;
    }

    private void Advance()
    {
        if (_next == names.Count)
        {
            throw new EndOfStreamException("The model's weights end too early.");
        }

        _shard = files.ReadVerified(names[_next++]);
        _offset = 0;
    }
}
