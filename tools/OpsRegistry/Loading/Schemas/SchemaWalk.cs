namespace OpsRegistry.Loading.Schemas;

/// <summary>
/// Walks values and schema together, so that each finding has the exact place of its value and words of its own.
/// A test holds that NJsonSchema reaches the same verdict on random schemas and values.
/// </summary>
/// <param name="comments">The comments behind unquoted values, by the value's place.</param>
internal sealed class SchemaWalk(CappedFindings findings, IReadOnlyDictionary<Place, TrailingComment> comments)
{
    private static readonly Text ListItems = new("项", "item");
    private static readonly Text Characters = new("个字符", "character");

    private HashSet<string>? misplaced;

    /// <summary>Checks a value and all below it. The depth is bounded by that of the nodes.</summary>
    public void Check(Node value, Schema declared, Subject subject)
    {
        var schema = declared.Actual;
        if (schema.Type != SchemaTypes.None && (schema.Type & Schema.TypesOf(value)) == SchemaTypes.None)
        {
            RefuseType(value, schema, subject);
            return;
        }

        if (!SchemaValues.IsAmong(value, schema.Enumeration))
        {
            RefuseValue(value, schema, subject);
            return;
        }

        switch (value)
        {
            case MappingNode mapping:
                CheckMapping(mapping, schema, subject);
                break;
            case SequenceNode sequence:
                CheckSequence(sequence, schema, subject);
                break;
            case ScalarNode { Kind: ScalarKind.String } text:
                CheckText(text, schema, subject);
                break;
            case ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Number } number:
                CheckNumber(number, schema, subject);
                break;
        }
    }

    // Each refusal is a method of its own: what a finding says of a value is captured only where there is one.
    private void RefuseType(Node value, Schema schema, Subject subject) => findings.Add(() => SchemaFindings.WrongType(subject, value, schema, MeantValue.Find(value, schema)));

    private void RefuseValue(Node value, Schema schema, Subject subject) => findings.Add(() => SchemaFindings.NotAllowed(subject, value, schema, MeantValue.Find(value, schema)));

    private void CheckMapping(MappingNode mapping, Schema schema, Subject subject)
    {
        if (IsWhole(mapping, schema))
        {
            for (var index = 0; index < mapping.Entries.Count; index++)
            {
                var entry = mapping.Entries[index];
                var property = schema.Properties[entry.Key];
                Check(entry.Value, property, new Subject(entry.Key, SchemaWords.TitleOf(property), entry.KeyPlace));
            }

            return;
        }

        CheckIncomplete(mapping, schema, subject);
    }

    private void CheckIncomplete(MappingNode mapping, Schema schema, Subject subject)
    {
        var slips = Slips(mapping, schema);
        foreach (var name in schema.Required.Where(name => mapping[name] is null && !slips.ContainsValue(name) && misplaced?.Contains(name) != true))
        {
            findings.Add(() => SchemaFindings.Missing(subject.Words, name, schema.Properties.TryGetValue(name, out var property) ? property : null, subject.Owner));
        }

        string[]? absent = null;
        foreach (var entry in mapping.Entries.OrderBy(entry => schema.Properties.ContainsKey(entry.Key)))
        {
            if (schema.Properties.TryGetValue(entry.Key, out var property))
            {
                Check(entry.Value, property, new Subject(entry.Key, SchemaWords.TitleOf(property), entry.KeyPlace));
            }
            else if (schema.Others is { } others)
            {
                Check(entry.Value, others, new Subject(entry.Key, SchemaWords.TitleOf(others), entry.KeyPlace));
            }
            else if (!schema.AllowsOthers)
            {
                if (SchemaWords.HomeOf(entry.Key, schema) is not null)
                {
                    (misplaced ??= new(StringComparer.Ordinal)).Add(entry.Key);
                }

                absent ??= [.. schema.Properties.Keys.Where(name => mapping[name] is null)];
                findings.Add(() => SchemaFindings.Unknown(subject.Words, entry, slips.GetValueOrDefault(entry), absent, schema));
            }
        }
    }

    // Every key is a field, and no field is wanting: there is nothing to say but of the values.
    private static bool IsWhole(MappingNode mapping, Schema schema)
    {
        for (var index = 0; index < mapping.Entries.Count; index++)
        {
            if (!schema.Properties.ContainsKey(mapping.Entries[index].Key))
            {
                return false;
            }
        }

        for (var index = 0; index < schema.Required.Count; index++)
        {
            if (mapping[schema.Required[index]] is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The keys that no field has, each with the field that was meant. A field is meant once: what it is called wrongly is not missing as well.</summary>
    private static Dictionary<MappingEntry, string> Slips(MappingNode mapping, Schema schema)
    {
        var slips = new Dictionary<MappingEntry, string>();
        if (schema.AllowsOthers || schema.Others is not null)
        {
            return slips;
        }

        var absent = schema.Properties.Where(property => mapping[property.Key] is null).ToDictionary(property => property.Key, property => SchemaWords.TitleOf(property.Value), StringComparer.Ordinal);
        foreach (var entry in mapping.Entries.Where(entry => !schema.Properties.ContainsKey(entry.Key)).Take(SchemaSet.MaximumFindings))
        {
            if (Nearest.Meant(entry.Key, absent) is { } meant)
            {
                slips[entry] = meant;
                absent.Remove(meant);
            }
        }

        return slips;
    }

    private void CheckSequence(SequenceNode sequence, Schema schema, Subject subject)
    {
        var bounds = new Bounds(schema.MinItems, schema.MaxItems, ListItems);
        CheckCount(sequence.Place, sequence.Items.Count, bounds, subject);
        if (schema.HasUniqueItems && sequence.Items.Count > 1)
        {
            CheckUnique(sequence, subject);
        }

        if (schema.Item is { } item)
        {
            var isBetweenBrackets = sequence.Place.Line == subject.Owner.Line && sequence.Place != subject.Owner;
            var (key, title) = (subject.Name, SchemaWords.TitleOf(item));
            for (var index = 0; index < sequence.Items.Count; index++)
            {
                Check(sequence.Items[index], item, new Subject(key, title, sequence.Items[index].Place) { Index = index, IsBetweenBrackets = isBetweenBrackets });
            }
        }
    }

    private void CheckUnique(SequenceNode sequence, Subject subject)
    {
        if (sequence.Items.Count < 2 || AreFewDifferentWords(sequence.Items))
        {
            return;
        }

        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var item in sequence.Items)
        {
            var identity = SchemaValues.Canonical(item);
            if (!seen.TryAdd(identity, item.Place))
            {
                findings.Add(() => SchemaFindings.Repeated(subject, item, seen[identity]));
            }
        }
    }

    // Nearly every list is: then nothing is made of its items.
    private static bool AreFewDifferentWords(IReadOnlyList<Node> items)
    {
        var isSo = items.Count <= 8;
        for (var place = 0; isSo && place < items.Count; place++)
        {
            isSo = items[place] is ScalarNode { Kind: ScalarKind.String };
            for (var earlier = 0; isSo && earlier < place; earlier++)
            {
                isSo = ((ScalarNode)items[earlier]).Text != ((ScalarNode)items[place]).Text;
            }
        }

        return isSo;
    }

    private void CheckText(ScalarNode text, Schema schema, Subject subject)
    {
        if (!SchemaValues.HasForm(text, schema))
        {
            RefuseForm(text, schema, subject);
            return;
        }

        CheckCount(text.Place, LengthOf(text.Text, schema), new Bounds(schema.MinLength ?? 0, schema.MaxLength ?? int.MaxValue, Characters), subject);
        if (schema.Pattern is null && schema.Format is null && schema.Enumeration.Count == 0)
        {
            RemarkOnText(text, subject);
        }
    }

    private void RefuseForm(ScalarNode text, Schema schema, Subject subject) => findings.Add(() => schema.Format switch
    {
        "date" => SchemaFindings.WrongDate(subject, text, MeantValue.Find(text, schema)),
        "date-time" => SchemaFindings.WrongTime(subject, text, MeantValue.Find(text, schema)),
        _ => SchemaFindings.WrongPattern(subject, text, schema, MeantValue.Find(text, schema) ?? MeantValue.Split(subject, text, schema)),
    });

    // Characters are counted only where the number of code units, which is between theirs and twice theirs, does not tell already.
    private static int LengthOf(string text, Schema schema) =>
        text.Length <= (schema.MaxLength ?? int.MaxValue) && text.Length / 2 >= (schema.MinLength ?? 0) ? text.Length : text.EnumerateRunes().Count();

    // What people write freely and others read.
    private void RemarkOnText(ScalarNode text, Subject subject)
    {
        if (comments.TryGetValue(text.Place, out var comment))
        {
            findings.Add(SchemaFindings.Comment(subject, text, comment));
        }

        if (GarbledWords.Find(text.Text) is { } garbled)
        {
            findings.Add(SchemaFindings.Garbled(subject, text, garbled));
        }
    }

    private void CheckNumber(ScalarNode number, Schema schema, Subject subject)
    {
        if (schema.Minimum is { } minimum && SchemaValues.Compare(number.Text, minimum) < 0)
        {
            RefuseNumber(number, minimum, isBelow: true, subject);
        }

        if (schema.Maximum is { } maximum && SchemaValues.Compare(number.Text, maximum) > 0)
        {
            RefuseNumber(number, maximum, isBelow: false, subject);
        }
    }

    private void RefuseNumber(ScalarNode number, decimal bound, bool isBelow, Subject subject) => findings.Add(() => SchemaFindings.OutOfRange(subject, number, bound, isBelow));

    private void CheckCount(Place place, int count, Bounds bounds, Subject subject)
    {
        if (count < bounds.Minimum)
        {
            RefuseCount(place, bounds.Counted(count), bounds.Minimum, isBelow: true, subject);
        }

        if (count > bounds.Maximum)
        {
            RefuseCount(place, bounds.Counted(count), bounds.Maximum, isBelow: false, subject);
        }
    }

    private void RefuseCount(Place place, Text count, int bound, bool isBelow, Subject subject) => findings.Add(() => SchemaFindings.WrongCount(subject, place, count, bound, isBelow));

    private readonly record struct Bounds(int Minimum, int Maximum, Text Unit)
    {
        public Text Counted(int count) => new($"{count} {Unit.Zh}", $"{count} {Unit.En}{(count == 1 ? "" : "s")}");
    }
}
