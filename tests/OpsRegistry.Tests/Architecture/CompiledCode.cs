using System.Reflection;
using System.Reflection.Emit;

namespace OpsRegistry.Tests.Architecture;

/// <summary>What compiled methods use, read from their instructions: for rules about code that its text does not show.</summary>
internal static class CompiledCode
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null)).OfType<OpCode>().ToDictionary(code => code.Value);

    /// <summary>The types, members of types and properties that each type of an assembly uses, with those of its nested types.</summary>
    public static IEnumerable<(Type User, MemberInfo Used)> Uses(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own))
        from used in Uses(method)
        select (Outermost(type), used);

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<MemberInfo> Uses(MethodBase method)
    {
        var bytes = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < bytes.Length;)
        {
            var code = bytes[at] == 0xfe ? Codes[BitConverter.ToInt16([bytes[at + 1], bytes[at]])] : Codes[bytes[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok or OperandType.InlineField)
            {
                yield return method.Module.ResolveMember(
                    BitConverter.ToInt32(bytes, at),
                    method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
                    method.IsGenericMethod ? method.GetGenericArguments() : null)!;
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(bytes, at)),
                _ => 4,
            };
        }
    }
}
