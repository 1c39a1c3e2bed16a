using System.Collections.Concurrent;
using System.Reflection;
using OpsRegistry.Loading;

namespace OpsRegistry.Model;

/// <summary>
/// Reads a node tree into the model's records: YAML keys are property names in lowerCamelCase. It runs after the schema, so what it
/// cannot read is rare (a 30 February, a time without offset) and becomes a finding with the value's place.
/// </summary>
public static class Binder
{
    private static readonly ConcurrentDictionary<Type, PropertyPlan[]> Plans = new();
    private static readonly MethodInvoker NodeSetter = MethodInvoker.Create(typeof(Bound).GetProperty(nameof(Bound.Node))!.SetMethod!);

    /// <summary>Reads a mapping into a type; null when any value could not be read, each of which is then a finding.</summary>
    public static T? Bind<T>(MappingNode node, ICollection<Finding> findings)
        where T : Bound => (T?)Bind(typeof(T), node, findings);

    /// <inheritdoc cref="Bind{T}"/>
    public static Bound? Bind(Type type, MappingNode node, ICollection<Finding> findings)
    {
        var before = findings.Count;
        var bound = ReadRecord(type, node, findings);
        return findings.Count == before ? (Bound?)bound : null;
    }

    /// <summary>The YAML keys that a record type reads, in the order of its properties.</summary>
    public static IReadOnlyList<(string Key, PropertyInfo Property)> KeysOf(Type type) =>
        Plans.GetOrAdd(type, PlanOf).Select(plan => (plan.Key, plan.Property)).ToList();

    private static object? ReadRecord(Type type, MappingNode node, ICollection<Finding> findings)
    {
        // The plan sets every required property or reports it, so construction may bypass the compiler's check.
        var instance = Activator.CreateInstance(type)!;
        if (instance is Bound)
        {
            NodeSetter.Invoke(instance, node);
        }

        foreach (var plan in Plans.GetOrAdd(type, PlanOf))
        {
            if (node[plan.Key] is not { } value || value is ScalarNode { Kind: ScalarKind.Null } && plan.Property.PropertyType != typeof(Node))
            {
                if (plan.Required)
                {
                    findings.Add(Unreadable(node.Place, new($"缺少“{plan.Key}”", $"'{plan.Key}' is missing")));
                }

                continue;
            }

            var read = Read(plan.Property.PropertyType, value, findings);
            if (read is not null)
            {
                plan.Setter.Invoke(instance, read);
            }
        }

        return instance;
    }

    private static object? Read(Type type, Node node, ICollection<Finding> findings)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (target == typeof(Node))
        {
            return node;
        }

        if (target == typeof(Text) && node is MappingNode words)
        {
            return new Text((words["zh"] as ScalarNode)?.Text ?? "", (words["en"] as ScalarNode)?.Text ?? "");
        }

        if (target == typeof(OneOf))
        {
            return new OneOf(node is SequenceNode list ? list.Items.OfType<ScalarNode>().Select(item => item.Text).ToList() : [(node as ScalarNode)?.Text ?? ""]);
        }

        if (target.IsGenericType)
        {
            return ReadGeneric(target, node, findings);
        }

        if (typeof(Bound).IsAssignableFrom(target))
        {
            return node is MappingNode mapping ? ReadRecord(target, mapping, findings) : Refuse(node, findings, new("此处应为一组键值", "a mapping is expected here"));
        }

        return node is ScalarNode scalar ? ReadScalar(target, scalar, findings) : Refuse(node, findings, new("此处应为单个值", "a single value is expected here"));
    }

    private static object? ReadGeneric(Type type, Node node, ICollection<Finding> findings)
    {
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GetGenericArguments();
        if (definition == typeof(Located<>))
        {
            return Read(arguments[0], node, findings) is { } value ? Activator.CreateInstance(type, value, node.Place) : null;
        }

        if (definition == typeof(Stated<>))
        {
            return node is MappingNode stated ? ReadRecord(type, stated, findings) : Refuse(node, findings, new("此处应为一组键值", "a mapping is expected here"));
        }

        if (definition == typeof(IReadOnlyDictionary<,>) && node is MappingNode mapping)
        {
            var dictionary = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments), StringComparer.Ordinal)!;
            foreach (var entry in mapping.Entries)
            {
                if (Read(arguments[1], entry.Value, findings) is { } value)
                {
                    dictionary[entry.Key] = value;
                }
            }

            return dictionary;
        }

        if (definition == typeof(IReadOnlyList<>) && node is SequenceNode sequence)
        {
            var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(arguments))!;
            foreach (var item in sequence.Items)
            {
                if (Read(arguments[0], item, findings) is { } value)
                {
                    list.Add(value);
                }
            }

            return list;
        }

        return Refuse(node, findings, new("此处的值形状不对", "the value here has the wrong shape"));
    }

    private static object? ReadScalar(Type type, ScalarNode scalar, ICollection<Finding> findings) =>
        ScalarReaders.TryRead(type, scalar.Text, out var value) && value is not null
            ? value
            : Refuse(scalar, findings, new($"“{scalar.Text}”不是{ScalarReaders.TitleOf(type).Zh}", $"'{scalar.Text}' is not {ScalarReaders.TitleOf(type).En}"));

    private static object? Refuse(Node node, ICollection<Finding> findings, Text message)
    {
        findings.Add(Unreadable(node.Place, message));
        return null;
    }

    private static Finding Unreadable(Place place, Text message) => new(
        ModelRules.UnreadableValue, place, message, new("按 schemas/ 中该类文件的示例改写", "write it as the example in schemas/ for this kind does"));

    private static PropertyPlan[] PlanOf(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite && property.Name != nameof(Bound.Node))
        .Select(property => new PropertyPlan(
            Bound.KeyOf(property.Name), property, property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null))
        .ToArray();

    private sealed record PropertyPlan(string Key, PropertyInfo Property, bool Required)
    {
        public MethodInvoker Setter { get; } = MethodInvoker.Create(Property.SetMethod!);
    }
}
