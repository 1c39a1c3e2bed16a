namespace OpsRegistry.Mutants;

/// <summary>What the tests say of a change.</summary>
internal enum MutantOutcome
{
    /// <summary>A test that passes without it falls, or does not end.</summary>
    Noticed,

    /// <summary>All tests that reach it pass.</summary>
    Survived,

    /// <summary>No test reaches it.</summary>
    NotReached,
}

/// <summary>What came of a change.</summary>
/// <param name="Test">The test that noticed it.</param>
internal sealed record MutantResult(MutantOutcome Outcome, string Test);
