using System.Text.Json;
using System.Text.Json.Serialization;
using OpsRegistry.Cli.Commands;
using OpsRegistry.Cli.Intake;
using OpsRegistry.Cli.Requests;
using OpsRegistry.Reporting.Json;

namespace OpsRegistry.Cli;

/// <summary>What one step of a workflow leaves to the next.</summary>
[JsonSerializable(typeof(RequestFile))]
[JsonSerializable(typeof(StatusFile))]
[JsonSerializable(typeof(IntakePlan))]
[JsonSerializable(typeof(WaitingNotices))]
internal sealed partial class HandoverContext : JsonSerializerContext;

/// <summary>How it is written and read.</summary>
internal static class Handover
{
    /// <summary>As every output; members that nobody wrote are taken as nothing, and each file judges what it can do without.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonOutput.Options)
    {
        TypeInfoResolver = HandoverContext.Default,
        RespectRequiredConstructorParameters = false,
        RespectNullableAnnotations = false,
    };
}
