using OpsRegistry.Loading;

namespace OpsRegistry.Intake;

/// <summary>One part of a record as it was filled in, e.g. a shift of a roster.</summary>
/// <param name="Row">The first row of the sheet that tells of it; 0 for one that stands on no sheet.</param>
/// <param name="Answers">Its answers by the question's label.</param>
/// <param name="Parts">The parts that it has itself, e.g. the people of the shift.</param>
internal sealed record AnsweredPart(int Row, IReadOnlyDictionary<string, string> Answers, IReadOnlyList<AnsweredPart> Parts);

/// <summary>
/// What is told part by part, a row each: the shifts of a roster, the figures of a reading, the items of a handover. A sheet gives such a record as many
/// rows as it has parts; every row may repeat what is said of the whole, or leave it to the row above.
/// </summary>
internal static class PartAnswers
{
    /// <summary>The question of a record whose answer is a list of parts; null where it has none.</summary>
    public static FormField? QuestionOf(IEnumerable<FormField> questions) => questions.FirstOrDefault(question => question.Shape == AnswerShape.Parts);

    /// <summary>The rows of a sheet put together: those that say the same of the whole are one, and so on within it.</summary>
    /// <param name="questions">The questions of the whole, that of its parts among them.</param>
    /// <param name="rows">The rows with all their answers, in order.</param>
    /// <returns>Each whole with its rows. Its answers are those of its questions, and what no question knows, such as its name.</returns>
    public static IReadOnlyList<(AnsweredPart Whole, IReadOnlyList<int> Rows)> Gather(IReadOnlyList<FormField> questions, IReadOnlyList<(int Row, IReadOnlyDictionary<string, string> Answers)> rows)
    {
        if (QuestionOf(questions) is not { } parts)
        {
            return rows.Select(row => (new AnsweredPart(row.Row, row.Answers, []), (IReadOnlyList<int>)[row.Row])).ToList();
        }

        var below = Flat(parts.Parts).Select(question => question.Label).ToHashSet(StringComparer.Ordinal);
        var gathered = new List<(Dictionary<string, string> Answers, List<(int Row, IReadOnlyDictionary<string, string> Answers)> Rows)>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var last = -1;
        foreach (var row in rows)
        {
            var own = row.Answers.Where(answer => !below.Contains(answer.Key)).ToDictionary(StringComparer.Ordinal);
            var said = string.Join('\0', own.OrderBy(answer => answer.Key, StringComparer.Ordinal).Select(answer => $"{answer.Key}\0{answer.Value}"));
            if (last >= 0 && own.All(answer => gathered[last].Answers.GetValueOrDefault(answer.Key) == answer.Value))
            {
                gathered[last].Rows.Add(row); // it says the same as the row above, or leaves it to that row
            }
            else if (known.TryGetValue(said, out var same))
            {
                gathered[last = same].Rows.Add(row);
            }
            else
            {
                known[said] = last = gathered.Count;
                gathered.Add((own, [row]));
            }
        }

        return gathered.Select(one => (
            new AnsweredPart(one.Rows[0].Row, one.Answers, Gather(parts.Parts, one.Rows
                .Select(row => (row.Row, (IReadOnlyDictionary<string, string>)row.Answers.Where(answer => below.Contains(answer.Key)).ToDictionary(StringComparer.Ordinal)))
                .Where(row => row.Item2.Count > 0).ToList()).Select(part => part.Whole).ToList()),
            (IReadOnlyList<int>)one.Rows.ConvertAll(row => row.Row))).ToList();
    }

    /// <summary>The parts as the record holds them, or what is wrong with the answers, each with its row.</summary>
    /// <param name="question">The question of the parts.</param>
    /// <param name="contract">The contract that the record belongs to.</param>
    public static (IReadOnlyList<YamlMapping> Parts, IReadOnlyList<FormProblem> Complaints) Read(FormField question, IReadOnlyList<AnsweredPart> answered, string contract)
    {
        var complaints = new List<FormProblem>();
        var parts = new List<YamlMapping>();
        foreach (var part in answered)
        {
            var mapping = new YamlMapping();
            foreach (var field in question.Parts)
            {
                var (value, wrong) = ValueOf(field, part, contract);
                complaints.AddRange(wrong.Select(one => one with { Row = one.Row ?? part.Row }));
                mapping.Add(field.Key, value is false && !field.IsRequired ? null : value);
            }

            parts.Add(mapping);
        }

        return (parts, complaints);
    }

    private static (object? Value, IReadOnlyList<FormProblem> Complaints) ValueOf(FormField field, AnsweredPart part, string contract)
    {
        if (field.Shape == AnswerShape.Parts)
        {
            var (inner, wrong) = Read(field, part.Parts, contract);
            return inner.Count == 0 && field.IsRequired ? (null, [NotAnswered(field)]) : (inner.Count == 0 ? null : inner, wrong);
        }

        if (!part.Answers.TryGetValue(field.Label, out var answer))
        {
            return (null, field.IsRequired ? [NotAnswered(field)] : []);
        }

        var (value, complaint) = Answers.Read(field, answer, contract);
        return (value, complaint is null ? [] : [complaint]);
    }

    /// <summary>What is said where no part is told of, under the first question that asks of one.</summary>
    public static FormProblem NotAnswered(FormField question) => FormReader.NotAnswered(question.Shape == AnswerShape.Parts ? Flat(question.Parts).First() : question);

    /// <summary>The parts of a record that is there, as answers.</summary>
    public static IReadOnlyList<AnsweredPart> Show(FormField question, Node? value, string contract) =>
        (value is SequenceNode list ? list.Items : []).OfType<MappingNode>().Select(item => new AnsweredPart(
            0,
            RecordAnswers.Read(question.Parts, item, contract),
            QuestionOf(question.Parts) is { } inner ? Show(inner, item[inner.Key], contract) : [])).ToList();

    /// <summary>The rows that a whole takes on a sheet, each with all that is said of it.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Rows(AnsweredPart whole) => whole.Parts.Count == 0 ? [whole.Answers]
        : whole.Parts.SelectMany(Rows).Select(row => whole.Answers.Concat(row).ToDictionary(StringComparer.Ordinal));

    /// <summary>The question and the row that a place in the written parts belongs to.</summary>
    /// <param name="way">The way below the list: the part's number, the key in it, and so on.</param>
    public static (FormField Question, int Row) Find(FormField question, IReadOnlyList<AnsweredPart> parts, ReadOnlySpan<string> way)
    {
        var index = way.Length > 0 && int.TryParse(way[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < parts.Count ? number : 0;
        var row = index < parts.Count ? parts[index].Row : 0;
        var key = way.Length > 1 ? way[1] : "";
        var field = question.Parts.FirstOrDefault(one => one.Key == key);
        return field is { Shape: AnswerShape.Parts } && index < parts.Count && way.Length > 2 ? Find(field, parts[index].Parts, way[2..])
            : (field is null or { Shape: AnswerShape.Parts } ? Flat((field ?? question).Parts).First() : field, row);
    }

    /// <summary>The questions that are answered in one cell each: those of the whole, then those of its parts.</summary>
    public static IEnumerable<FormField> Flat(IEnumerable<FormField> questions)
    {
        var all = questions.ToList();
        return [.. all.Where(question => question.Shape != AnswerShape.Parts), .. all.Where(question => question.Shape == AnswerShape.Parts).SelectMany(question => Flat(question.Parts))];
    }
}
