using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace OpsRegistry.Loading.Schemas;

/// <summary>
/// A schema's <c>pattern</c>, run in time linear in the text. The dialect is the part on which ECMAScript and .NET agree, so that an editor and this tool judge alike:
/// <c>\d \w \s \b</c> are refused (in .NET they take in other scripts' digits and letters), and <c>$</c> is the very end (in .NET it would let a last line feed pass).
/// </summary>
internal static class SchemaPattern
{
    private const string RefusedClasses = "dDwWsSbBpPkAZzGuxc123456789";

    private static readonly ConcurrentDictionary<string, (Regex? Pattern, Message Reason)> Compiled = new(StringComparer.Ordinal);

    /// <summary>The compiled pattern, or null with the reason it is refused. Compiling costs more than running, so each is done once.</summary>
    public static (Regex? Pattern, Message Reason) Compile(string pattern) => Compiled.GetOrAdd(pattern, CompileLinear);

    /// <summary>
    /// A pattern of a schema that the tool brings along. All of those are known to take little time even where the engine goes back in the text (<c>OwnSchemaTests</c>), so the ordinary engine runs
    /// them: the linear one is generic code of the runtime that is compiled anew at every start.
    /// </summary>
    public static Regex CompileOwn(string pattern) => new(Translate(pattern).Translated, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    private static (Regex? Pattern, Message Reason) CompileLinear(string pattern)
    {
        var (translated, refused) = Translate(pattern);
        if (refused is { } letter)
        {
            return (null, new Message($"模式中的 '\\{letter}' 在编辑器和本工具中含义不同", $"'\\{letter}' means one thing to editors and another here"));
        }

        try
        {
            return (new Regex(translated, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), default);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return (null, new Message("模式无法编译，或需要回溯", "pattern does not compile, or needs backtracking"));
        }
    }

    // In .NET's words; or the letter behind a backslash that is refused.
    private static (string Translated, char? Refused) Translate(string pattern)
    {
        var translated = new StringBuilder(pattern.Length);
        var inClass = false;
        for (var index = 0; index < pattern.Length; index++)
        {
            var character = pattern[index];
            if (character == '\\' && index + 1 < pattern.Length)
            {
                index++;
                if (RefusedClasses.Contains(pattern[index], StringComparison.Ordinal))
                {
                    return ("", pattern[index]);
                }

                translated.Append(character).Append(pattern[index]);
                continue;
            }

            inClass = character == '[' || (inClass && character != ']');
            translated.Append(character == '$' && !inClass ? @"\z" : character.ToString());
        }

        return (translated.ToString(), null);
    }
}
