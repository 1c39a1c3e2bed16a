using System.Collections;

namespace OpsRegistry.Loading;

/// <summary>The lines of a file without their ends, cut when the first of them is asked for: of nearly every file none is.</summary>
/// <param name="bytes">UTF-8 without a mark.</param>
internal sealed class LaterLines(byte[] bytes) : IReadOnlyList<string>
{
    private IReadOnlyList<string>? lines;

    public int Count => Lines.Count;

    private IReadOnlyList<string> Lines => lines ??= new SourceLines("", Encoding.UTF8.GetString(bytes)).Lines;

    public string this[int index] => Lines[index];

    public IEnumerator<string> GetEnumerator() => Lines.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
