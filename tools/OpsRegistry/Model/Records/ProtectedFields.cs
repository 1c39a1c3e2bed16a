using System.Collections.Concurrent;
using System.Reflection;

namespace OpsRegistry.Model;

/// <summary>Marks a field that does not change once the record is merged, except by an amendment. Filling in one that was absent completes the record.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ProtectedAttribute : Attribute
{
    /// <summary>True for a list that may grow afterwards: another file that proves, another name of who helped.</summary>
    public bool Grows { get; init; }

    /// <summary>True where even filling in changes what was reported: a pause of the clock that nobody spoke of at the time.</summary>
    public bool EvenWhenAbsent { get; init; }
}

/// <summary>Marks a field whose value is the purchaser's to decide, whoever writes it down.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PurchaserDecidesAttribute : Attribute;

/// <summary>The marked fields of a kind of record, by their YAML keys.</summary>
public static class ProtectedFields
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, PropertyInfo>> Known = new();

    /// <summary>The protection of a field; null for one that may be edited.</summary>
    public static ProtectedAttribute? Of(Type spec, string key) => Property(spec, key)?.GetCustomAttribute<ProtectedAttribute>();

    /// <summary>The keys of the fields that the purchaser decides.</summary>
    public static IReadOnlyList<string> DecidedByPurchaser(Type spec) =>
        Properties(spec).Where(pair => pair.Value.GetCustomAttribute<PurchaserDecidesAttribute>() is not null).Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList();

    /// <summary>True where leaving a field out says something: a flag is false, a number zero. Filling it in changes what was said.</summary>
    public static bool SpeaksWhenAbsent(Type spec, string key) =>
        Property(spec, key) is { } property && property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null &&
        property.PropertyType != typeof(SeriousImpact);

    private static PropertyInfo? Property(Type spec, string key) => Properties(spec).GetValueOrDefault(key);

    private static IReadOnlyDictionary<string, PropertyInfo> Properties(Type spec) =>
        Known.GetOrAdd(spec, static type => Binder.KeysOf(type).ToDictionary(pair => pair.Key, pair => pair.Property, StringComparer.Ordinal));
}
