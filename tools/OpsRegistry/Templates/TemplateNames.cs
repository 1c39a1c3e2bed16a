using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Templates;

/// <summary>Holds the names in a template against those that its kind of document has.</summary>
internal static class TemplateNames
{
    /// <summary>What is wrong, in the order in which it stands.</summary>
    /// <param name="values">The type of the values that stand around them.</param>
    public static IEnumerable<TemplateFault> Faults(IReadOnlyList<TemplateNode> nodes, Type values)
    {
        foreach (var node in nodes)
        {
            var faults = node switch
            {
                ValueNode value => OfValue(value, values),
                BlockNode block => OfBlock(block, values),
                _ => [],
            };
            foreach (var fault in faults)
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<TemplateFault> OfValue(ValueNode value, Type values)
    {
        var (found, fault) = Resolve(value.Path, values);
        return fault is not null ? [fault] : found.Form switch
        {
            ValueForm.List => [Wrong(value.Path, new("是一个列表", "is a list"), new($"用 {{{{#each {value.Path}}}}} … {{{{/each}}}} 逐项列出", $"go through it with {{{{#each {value.Path}}}}} … {{{{/each}}}}"))],
            ValueForm.Group => [Wrong(value.Path, new("不是一个值", "is not a single value"), new($"在点号后写明是哪一项：{string.Join("、", Names(found.Type).Select(name => $"{value.Path}.{name}"))}", $"say which part after a dot: {string.Join(", ", Names(found.Type).Select(name => $"{value.Path}.{name}"))}"))],
            ValueForm.Text => [],
        };
    }

    private static IEnumerable<TemplateFault> OfBlock(BlockNode block, Type values)
    {
        var (found, fault) = Resolve(block.Path, values);
        if (fault is null && block.IsLoop && found.Form != ValueForm.List)
        {
            fault = Wrong(block.Path, new("不是列表", "is no list"), new("each 后面须是列表；是否为空用 if", "each takes a list; to ask whether there is something, use if"));
        }

        if (fault is not null)
        {
            // Inside, every name would be reported again.
            return [fault];
        }

        return Faults(block.Body, block.IsLoop ? found.Type : values).Concat(Faults(block.Otherwise, values));
    }

    private static ((ValueForm Form, Type Type) Found, TemplateFault? Fault) Resolve(TemplatePath path, Type values)
    {
        var found = (Form: ValueForm.Group, Type: values);
        foreach (var name in path.Names)
        {
            if (found.Form != ValueForm.Group || ValueShape.Describe(found.Type).Find(name.Value) is not { } next)
            {
                return (found, Unknown(name, found.Form == ValueForm.Group ? found.Type : null));
            }

            found = next;
        }

        return (found, null);
    }

    private static TemplateFault Unknown(Located<string> name, Type? values)
    {
        var known = Names(values).ToList();
        var help = Nearest.To(name.Value, known) is { } near
            ? new Text($"是否为 {near}（{ValueShape.Describe(values!).LabelOf(near)}）？", $"did you mean '{near}'?")
            : known.Count == 0
                ? new("其后没有别的名称", "there are no names after it")
                : new($"这里可用：{string.Join("、", known)}", $"here there are: {string.Join(", ", known)}");
        return new(name.Place, new($"没有名为“{Shortened.Shorten(name.Value)}”的值", $"there is no value '{Shortened.Shorten(name.Value)}' here"), help);
    }

    private static TemplateFault Wrong(TemplatePath path, Message what, Text help) =>
        new(path.Names[^1].Place, new($"“{path}”{what.Zh}", $"'{path}' {what.En}"), help);

    private static IEnumerable<string> Names(Type? values) => values is null || values == typeof(string) ? [] : ValueShape.Describe(values).Names;
}
