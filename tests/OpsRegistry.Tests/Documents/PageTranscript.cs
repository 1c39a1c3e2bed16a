using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace OpsRegistry.Tests.Documents;

/// <summary>
/// A page whose <c>console</c> blocks are run from top to bottom in one shell: what stands below a command is what it prints. A block that ends a command
/// with another code than 0 says so (<c>console exit=1</c>). Ids and digests are left out. With <c>OPSREG_BLESS=1</c> the page is written again.
/// </summary>
internal sealed partial class PageTranscript
{
    private const string Prompt = "$ ", More = "> ", Fence = "```";
    private const char Begin = '\u0001', End = '\u0002';

    private readonly string page;
    private readonly List<string> lines;
    private readonly List<Step> steps = [];

    private PageTranscript(string page)
    {
        this.page = Path.Combine(Golden.RepositoryRoot, page);
        lines = [.. File.ReadAllText(this.page).Split('\n')];
        var (exit, isInside) = (0, false);
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                isInside = !isInside && line.StartsWith("```console", StringComparison.Ordinal);
                exit = line.Split("exit=") is [_, var code] ? int.Parse(code, CultureInfo.InvariantCulture) : 0;
            }
            else if (isInside && line.StartsWith(Prompt, StringComparison.Ordinal))
            {
                steps.Add(new(index, [line[Prompt.Length..]], exit));
            }
            else if (isInside && steps.Count > 0 && line.StartsWith(More, StringComparison.Ordinal) && steps[^1].First + steps[^1].Commands.Count == index)
            {
                steps[^1].Commands.Add(line[More.Length..]);
            }
        }
    }

    /// <summary>Runs the page in a folder and holds it to what was printed.</summary>
    /// <param name="page">The page's path from the repository's root.</param>
    /// <param name="folder">Where its first command runs; in the page it is <c>~</c>.</param>
    public static void Holds(string page, string folder)
    {
        var transcript = new PageTranscript(page);
        Assert.NotEmpty(transcript.steps);
        var printed = transcript.Run(folder);
        var written = transcript.With(printed);
        if (Environment.GetEnvironmentVariable("OPSREG_BLESS") == "1")
        {
            File.WriteAllText(transcript.page, written, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        Assert.All(transcript.steps.Zip(printed), pair => Assert.True(pair.First.Exit == pair.Second.Exit, $"{pair.First.Commands[0]} ends with {pair.Second.Exit}:\n{pair.Second.Text}"));
        Assert.Equal(File.ReadAllText(transcript.page), written);
    }

    private List<(string Text, int Exit)> Run(string folder)
    {
        using var home = new TemporaryFolder();
        var script = new StringBuilder("opsreg() { dotnet \"$OPSREG\" \"$@\"; }\nhere() { OPSREG_CALLED_AS=./opsreg opsreg \"$@\"; }\n");
        foreach (var (step, number) in steps.Select((step, number) => (step, number)))
        {
            var commands = string.Join('\n', step.Commands).Replace("./opsreg ", "here ", StringComparison.Ordinal);
            script.Append(CultureInfo.InvariantCulture, $"printf '{Begin}{number}\\n'\n{commands}\nprintf '{End}%d\\n' $?\n");
        }

        var start = new ProcessStartInfo("bash", ["--norc", "--noprofile"]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new (string, string)[]
        {
            ("HOME", home.Path), ("XDG_CACHE_HOME", home.Path), ("OPSREG", Path.Combine(AppContext.BaseDirectory, "opsreg.dll")), ("LC_ALL", "C.UTF-8"), ("DOTNET_TieredPGO", "0"), ("NO_COLOR", "1"),
            ("GIT_AUTHOR_NAME", "example"), ("GIT_AUTHOR_EMAIL", "example@example.invalid"), ("GIT_COMMITTER_NAME", "example"), ("GIT_COMMITTER_EMAIL", "example@example.invalid"),
            ("GIT_AUTHOR_DATE", "2026-11-20T12:00:00+08:00"), ("GIT_COMMITTER_DATE", "2026-11-20T12:00:00+08:00"), ("GIT_CONFIG_NOSYSTEM", "1"),
        })
        {
            start.Environment[name] = value;
        }

        using var shell = Process.Start(start)!;
        var errors = shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        shell.StandardInput.Write("exec 2>&1\n" + script);
        shell.StandardInput.Close();
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        Assert.Equal("", errors.Result);
        return
        [
            .. from part in output.Split(Begin).Skip(1)
               let end = part.LastIndexOf(End)
               select (Digest().Replace(part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..end].Replace(folder, "~", StringComparison.Ordinal), "…"), int.Parse(part[(end + 1)..].Trim(), CultureInfo.InvariantCulture)),
        ];
    }

    private string With(List<(string Text, int Exit)> printed)
    {
        var result = new List<string>();
        var at = 0;
        foreach (var (step, (text, _)) in steps.Zip(printed))
        {
            var body = step.First + step.Commands.Count;
            result.AddRange(lines[at..body]);
            result.AddRange(text.TrimEnd('\n') is { Length: > 0 } told ? told.Split('\n') : []);
            at = body;
            while (!lines[at].StartsWith(Prompt, StringComparison.Ordinal) && !lines[at].StartsWith(Fence, StringComparison.Ordinal))
            {
                at++;
            }
        }

        result.AddRange(lines[at..]);
        return string.Join('\n', result);
    }

    // Ids of commits, blobs and seals follow every byte of schemas and calendars: the page does not show them.
    [GeneratedRegex(@"\b[0-9a-f]{12,64}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Digest();

    private sealed record Step(int First, List<string> Commands, int Exit);
}
