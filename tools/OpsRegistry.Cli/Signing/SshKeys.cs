using System.Diagnostics;
using OpsRegistry.Model;
using OpsRegistry.Verifying;

namespace OpsRegistry.Cli.Signing;

/// <summary>Signs and proves seals with OpenSSH's own program: keys stay where people keep them, on disk, in an agent or on a token.</summary>
internal sealed class SshKeys : ISealSignatures
{
    private const string Program = "ssh-keygen";
    private const string First = "-----BEGIN SSH SIGNATURE-----";
    private const string Last = "-----END SSH SIGNATURE-----";
    private const int LineLength = 70;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The public key that belongs to a private one: its type and its base64.</summary>
    /// <exception cref="SigningException">ssh-keygen is missing, or it cannot read the key.</exception>
    public static string PublicKeyOf(string file)
    {
        var printed = File.Exists(file + ".pub") ? File.ReadAllText(file + ".pub") : Run("", "-y", "-f", file).Succeeded(file);
        return string.Join(' ', printed.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(2));
    }

    /// <summary>Signs a statement.</summary>
    /// <returns>The signature without its first and last line, in one line.</returns>
    /// <exception cref="SigningException">ssh-keygen is missing, or it refuses.</exception>
    public static string Sign(string statement, string file)
    {
        var armoured = Run(statement, "-Y", "sign", "-n", ISealSignatures.ForSeals, "-f", file).Succeeded(file);
        return string.Concat(armoured.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length > 0 && line != First && line != Last));
    }

    public SignatureVerdict Prove(string statement, SealSignature signature, string key, string purpose = ISealSignatures.ForSeals)
    {
        var folder = Directory.CreateTempSubdirectory("opsreg-signature-");
        try
        {
            var signers = Path.Combine(folder.FullName, "signers");
            var armoured = Path.Combine(folder.FullName, "signature");
            File.WriteAllText(signers, $"{signature.Signer} namespaces=\"{purpose}\" {key}\n");
            File.WriteAllText(armoured, $"{First}\n{string.Join('\n', signature.Value.Chunk(LineLength).Select(line => new string(line)))}\n{Last}\n");
            var run = Run(statement, "-Y", "verify", "-f", signers, "-I", signature.Signer, "-n", purpose, "-s", armoured);
            return run.Exit == 0 ? SignatureVerdict.Good : SignatureVerdict.Bad;
        }
        catch (SigningException)
        {
            return SignatureVerdict.CannotTell;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Outcome Run(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            Feed(process, input);
            if (!process.WaitForExit(Patience))
            {
                process.Kill();
                throw new SigningException(new($"{Program} 在 {Patience.TotalSeconds:0} 秒内没有回答", $"{Program} did not answer within {Patience.TotalSeconds:0} seconds"));
            }

            return new(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new SigningException(new($"找不到 {Program}：请安装 OpenSSH 8.1 或更新版本（Debian：openssh-client）", $"{Program} is missing: install OpenSSH 8.1 or newer (Debian package openssh-client)"));
        }
    }

    private static void Feed(Process process, string input)
    {
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It stopped before it had read everything; its exit code says why.
        }
    }

    private sealed record Outcome(int Exit, string Output, string Error)
    {
        public string Succeeded(string file) => Exit == 0
            ? Output
            : throw new SigningException(new($"不能用“{file}”签名：{Error.Trim()}", $"cannot sign with '{file}': {Error.Trim()}"));
    }
}

/// <summary>A seal cannot be signed.</summary>
internal sealed class SigningException(Text message) : Exception(message.En)
{
    /// <summary>What is wrong and what to do, in both languages.</summary>
    public Text Words { get; } = message;
}
