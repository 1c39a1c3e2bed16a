using System.Collections.Concurrent;
using System.Reflection;
using OpsRegistry.Model;

namespace OpsRegistry.Templates;

/// <summary>The names that a template may use at a place: those of the properties of a type of values, as YAML would write them.</summary>
internal sealed class ValueShape
{
    private static readonly ConcurrentDictionary<Type, ValueShape> Known = new();

    private readonly Dictionary<string, PropertyInfo> properties;

    private ValueShape(Type type)
    {
        properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetCustomAttribute<LabelAttribute>() is not null)
            .ToDictionary(property => Bound.KeyOf(property.Name), StringComparer.Ordinal);
    }

    /// <summary>The shape of a type.</summary>
    public static ValueShape Describe(Type type) => Known.GetOrAdd(type, static type => new(type));

    /// <summary>The names, those of the base type first.</summary>
    public IEnumerable<string> Names => properties.Keys;

    /// <summary>What a name stands for, in words.</summary>
    public string LabelOf(string name) => properties[name].GetCustomAttribute<LabelAttribute>()!.Words;

    /// <summary>What a name holds; null where there is no such name.</summary>
    public (ValueForm Form, Type Type)? Find(string name)
    {
        if (!properties.TryGetValue(name, out var property))
        {
            return null;
        }

        var type = property.PropertyType;
        return type == typeof(string)
            ? (ValueForm.Text, type)
            : type.IsGenericType ? (ValueForm.List, type.GetGenericArguments()[0]) : (ValueForm.Group, type);
    }

    /// <summary>The value under a path of names: a string, a list or a group.</summary>
    public static object ValueOf(object values, IEnumerable<string> path) =>
        path.Aggregate(values, (value, name) => Describe(value.GetType()).properties[name].GetValue(value)!);
}

/// <summary>What a name holds.</summary>
internal enum ValueForm
{
    /// <summary>Words, written where the placeholder stands.</summary>
    Text,

    /// <summary>A list, gone through by <c>each</c>.</summary>
    List,

    /// <summary>Further names after a dot.</summary>
    Group,
}
