using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A determination gives a field a value that it cannot hold in this contract: none where one must be, a day that no month has, a word that the contract does not know.
/// The claim goes on counting.
/// </summary>
internal sealed class ImpossibleDetermination() : Rule("OPS566", new("认定了不可能的取值", "determination of a value that cannot be"))
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let records = folder.Of<Determination>().Any() ? folder.Records.ToLookup(record => record.Name, StringComparer.Ordinal) : null
        from determination in folder.Of<Determination>()
        let record = records![determination.Spec.Record].FirstOrDefault()
        where record?.Kind.Field(determination.Spec.Field) is not null
        let words = FieldWords.List(folder, record.Kind.Name, determination.Spec.Field)
        let value = determination.Spec.Value
        where Determinations.With(record, determination.Spec.Field, value) is null || (words is not null && value is ScalarNode { Kind: not ScalarKind.Null } word && !words.Contains(word.Text))
        let said = Quoted.Of(value)
        select At(
            determination.Spec.PlaceOf(nameof(Determination.Value)),
            new($"字段“{determination.Spec.Field}”不会是{said.Zh}", $"field '{determination.Spec.Field}' never holds {said.En}"),
            words is null
                ? new("照记录的写法写；必填的字段不能认定为没有", "write it as the record would; a field that must be there cannot be determined to be none")
                : new($"可用的取值：{Shown.Show(words).Zh}", $"it holds one of {Shown.Show(words).En}"));
}
