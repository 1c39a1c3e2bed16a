using System.Diagnostics.CodeAnalysis;

namespace OpsRegistry.Time;

/// <summary>What a clock or calendar says: a value, perhaps provisional, or the reason why there is none. Never an exception.</summary>
/// <typeparam name="T">What is read.</typeparam>
internal readonly struct Parsed<T>
    where T : notnull
{
    private readonly T? value;

    internal Parsed(T? value, bool provisional, ClockProblem? problem)
    {
        this.value = value;
        Provisional = provisional;
        Problem = problem;
    }

    /// <summary>The value rests on a calendar whose notice is not published; print the mark beside it.</summary>
    public bool Provisional { get; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public ClockProblem? Problem { get; }

    /// <summary>The value. Asking without having looked at <see cref="Problem"/> is a bug of the caller.</summary>
    /// <exception cref="InvalidOperationException">There is no value.</exception>
    public T Value => Problem is null ? value! : throw new InvalidOperationException(Problem.Message.En);

    /// <summary>True with the value, or false with the problem.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T known, [NotNullWhen(false)] out ClockProblem? problem)
    {
        known = value;
        problem = Problem;
        return Problem is null;
    }

    /// <summary>The same reading of something that follows from the value.</summary>
    public Parsed<TResult> Select<TResult>(Func<T, TResult> follow)
        where TResult : notnull =>
        Problem is null ? new(follow(value!), Provisional, null) : new(default, false, Problem);
}

/// <summary>Makes readings.</summary>
internal static class Parsed
{
    /// <summary>A value.</summary>
    public static Parsed<T> Known<T>(T value, bool provisional = false)
        where T : notnull => new(value, provisional, null);

    /// <summary>No value, and why.</summary>
    public static Parsed<T> Failed<T>(ClockProblem problem)
        where T : notnull => new(default, false, problem);
}
