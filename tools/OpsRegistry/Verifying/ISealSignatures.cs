using OpsRegistry.Model;

namespace OpsRegistry.Verifying;

/// <summary>Proves signatures; the library starts no program itself.</summary>
internal interface ISealSignatures
{
    /// <summary>Whether a signature of a statement was made with a key.</summary>
    /// <param name="key">The OpenSSH public key of that person.</param>
    SignatureVerdict Prove(string statement, SealSignature signature, string key);
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
