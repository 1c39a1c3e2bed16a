using System.Collections;

namespace OpsRegistry.Measuring;

/// <summary>The fields that measuring adds to a record, each with its values. They are few, and every record has its own, so they are looked through one after the other.</summary>
internal sealed class MeasuredValues : IReadOnlyCollection<KeyValuePair<string, IReadOnlyList<string>>>
{
    private readonly KeyValuePair<string, IReadOnlyList<string>>[] fields;

    private MeasuredValues(KeyValuePair<string, IReadOnlyList<string>>[] fields) => this.fields = fields;

    /// <summary>Nothing is added.</summary>
    public static MeasuredValues None { get; } = new([]);

    /// <summary>How many fields are added.</summary>
    public int Count => fields.Length;

    /// <summary>The names of the fields.</summary>
    public IEnumerable<string> Names => fields.Select(one => one.Key);

    /// <summary>The values of a field; null where measuring does not add it.</summary>
    public IReadOnlyList<string>? Find(string name) => PlaceOf(name) is >= 0 and var place ? fields[place].Value : null;

    /// <summary>The same with other values in a field, or with a field more.</summary>
    public MeasuredValues With(string name, IReadOnlyList<string> values)
    {
        var place = PlaceOf(name);
        var with = new KeyValuePair<string, IReadOnlyList<string>>[place < 0 ? fields.Length + 1 : fields.Length];
        fields.CopyTo(with, 0);
        with[place < 0 ? fields.Length : place] = new(name, values);
        return new(with);
    }

    /// <summary>Whether the same fields, in the same order, have the same values.</summary>
    public bool Agrees(MeasuredValues other)
    {
        var place = fields.Length == other.fields.Length ? 0 : -1;
        while (place >= 0 && place < fields.Length)
        {
            place = fields[place].Key == other.fields[place].Key && AreSame(fields[place].Value, other.fields[place].Value) ? place + 1 : -1;
        }

        return place >= 0;
    }

    public IEnumerator<KeyValuePair<string, IReadOnlyList<string>>> GetEnumerator() => fields.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool AreSame(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        if (ReferenceEquals(one, other))
        {
            return true;
        }

        var place = one.Count == other.Count ? 0 : -1;
        while (place >= 0 && place < one.Count)
        {
            place = one[place] == other[place] ? place + 1 : -1;
        }

        return place >= 0;
    }

    private int PlaceOf(string name)
    {
        for (var place = 0; place < fields.Length; place++)
        {
            if (fields[place].Key == name)
            {
                return place;
            }
        }

        return -1;
    }
}
