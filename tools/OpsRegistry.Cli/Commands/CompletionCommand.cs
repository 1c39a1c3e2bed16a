using System.CommandLine;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg completion</c>: the script by which a shell completes verbs, options and their words. It asks the tool itself, so it never falls behind.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        # opsreg completion bash >> ~/.bashrc
        _opsreg() {
            local IFS=$'\n' word=${COMP_WORDS[COMP_CWORD]} found
            mapfile -t found < <("$1" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
            COMPREPLY=()
            for found in "${found[@]}"; do [[ $found == "$word"* ]] && COMPREPLY+=("$found"); done
        }
        complete -o default -F _opsreg opsreg ./opsreg
        """;

    private const string Zsh = """
        #compdef opsreg
        # opsreg completion zsh >> ~/.zshrc
        _opsreg() {
            local -a found
            found=("${(@f)$("${words[1]}" "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
            compadd -a found
        }
        compdef _opsreg opsreg ./opsreg
        """;

    private const string Fish = """
        # opsreg completion fish > ~/.config/fish/completions/opsreg.fish
        function __opsreg
            set -l line (commandline -cp)
            set -l program (commandline -opc)[1]
            $program "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c opsreg -a '(__opsreg)'
        """;

    private const string PowerShell = """
        # opsreg completion powershell >> $PROFILE
        Register-ArgumentCompleter -Native -CommandName opsreg -ScriptBlock {
            param($word, $command, $position)
            & $command.CommandElements[0].Value "[suggest:$position]" "$command" 2>$null |
                Where-Object { $_ -like "$word*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    /// <summary>The shells, with the script of each.</summary>
    public static IReadOnlyDictionary<string, string> Scripts { get; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["bash"] = Bash, ["zsh"] = Zsh, ["fish"] = Fish, ["powershell"] = PowerShell };

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash、zsh、fish、powershell / bash, zsh, fish or powershell" };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Verb(
            "completion",
            "命令补全的脚本 / the script by which a shell completes commands",
            "./opsreg completion bash >> ~/.bashrc",
            "./opsreg completion fish > ~/.config/fish/completions/opsreg.fish")
        {
            Arguments = { shell },
        };
        command.SetAction(parse =>
        {
            parse.InvocationConfiguration.Output.WriteLine(Scripts[parse.GetValue(shell)!]);
            return ExitCode.Clean;
        });
        return command;
    }
}
