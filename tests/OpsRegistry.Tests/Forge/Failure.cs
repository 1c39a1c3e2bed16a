namespace OpsRegistry.Tests.Forge;

/// <summary>What the server does instead of answering as it should.</summary>
internal abstract record Failure
{
    /// <summary>Refuses with a status, and does nothing.</summary>
    public sealed record Status(int Code, string Message = "Bad Gateway", params (string Name, string Value)[] Headers) : Failure;

    /// <summary>Does what was asked, then answers as if it had not.</summary>
    public sealed record StatusAfterwards(int Code) : Failure;

    /// <summary>Cuts the connection before it does anything.</summary>
    public sealed record Cut : Failure;

    /// <summary>Does what was asked and cuts the connection.</summary>
    public sealed record CutAfterwards : Failure;

    /// <summary>Sends half of the answer.</summary>
    public sealed record HalfAnswer : Failure;

    /// <summary>Does what was asked and answers too late.</summary>
    public sealed record Slow(TimeSpan Time) : Failure;

    /// <summary>Sends an answer without end.</summary>
    public sealed record Endless : Failure;

    /// <summary>Lets somebody else act first, then answers as it should.</summary>
    public sealed record Meanwhile(Action Act) : Failure;
}
