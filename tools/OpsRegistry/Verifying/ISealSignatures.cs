using OpsRegistry.Model;

namespace OpsRegistry.Verifying;

/// <summary>Proves signatures; the library starts no program itself.</summary>
internal interface ISealSignatures
{
    /// <summary>Whether a signature of a statement was made with a key.</summary>
    /// <param name="key">The OpenSSH public key of that person.</param>
    /// <param name="purpose">What it was signed for: a signature of one purpose proves nothing for another.</param>
    SignatureVerdict Prove(string statement, SealSignature signature, string key, string purpose = ForSeals);

    /// <summary>The purpose of signatures of seals.</summary>
    const string ForSeals = "ops-registry-seal";

    /// <summary>The purpose of signatures that git makes, such as of a checkpoint's tag.</summary>
    const string ForGit = "git";
}

/// <summary>What is known of a signature.</summary>
internal enum SignatureVerdict
{
    /// <summary>Made with the key, over these bytes.</summary>
    Good,

    /// <summary>Not made with the key, or over other bytes.</summary>
    Bad,

    /// <summary>Nothing here can prove signatures.</summary>
    CannotTell,
}
