using OpsRegistry.Model;

namespace OpsRegistry.Verifying;

/// <summary>Proves signatures; the library starts no program itself.</summary>
public interface ISealSignatures
{
    /// <summary>Whether a signature of a statement was made with a key.</summary>
    /// <param name="statement">What was signed.</param>
    /// <param name="signature">The signature and who gave it.</param>
    /// <param name="key">The OpenSSH public key of that person.</param>
    SignatureVerdict Prove(string statement, SealSignature signature, string key);
}

/// <summary>What is known of a signature.</summary>
public enum SignatureVerdict
{
    /// <summary>Made with the key, over these bytes.</summary>
    Good,

    /// <summary>Not made with the key, or over other bytes.</summary>
    Bad,

    /// <summary>Nothing here can prove signatures.</summary>
    CannotTell,
}
