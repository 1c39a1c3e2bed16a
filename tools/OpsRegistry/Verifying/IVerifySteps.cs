namespace OpsRegistry.Verifying;

/// <summary>Is told how far a proof has come.</summary>
internal interface IVerifySteps
{
    /// <summary>So many steps more are to be done.</summary>
    void Expect(int more);

    /// <summary>One step more is done.</summary>
    /// <param name="name">What was proved.</param>
    void Advance(string name);
}
