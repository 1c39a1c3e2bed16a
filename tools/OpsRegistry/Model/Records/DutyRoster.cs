using OpsRegistry.Loading;

namespace OpsRegistry.Model;

internal sealed partial record DutyRoster
{
    /// <inheritdoc/>
    public override IEnumerable<Located<string>> People => Shifts.SelectMany(shift => shift.OnDuty).Select(duty => new Located<string>(duty.Person, duty.PlaceOf(nameof(duty.Person))));
}
