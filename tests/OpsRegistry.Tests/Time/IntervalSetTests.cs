using NodaTime;
using OpsRegistry.Time;
using Xunit;
using static OpsRegistry.Tests.Time.Situation;

namespace OpsRegistry.Tests.Time;

public sealed class IntervalSetTests
{
    [Fact]
    public void Overlapping_and_touching_intervals_become_one_and_empty_ones_vanish()
    {
        var set = IntervalSet.Union(Minutes(20, 30), Minutes(0, 10), Minutes(10, 15), Minutes(5, 12), Minutes(40, 40));
        Assert.Equal([Minutes(0, 15), Minutes(20, 30)], set.Intervals);
        Assert.Equal(Duration.FromMinutes(25), set.Total);
    }

    [Fact]
    public void The_end_of_an_interval_is_not_in_the_set()
    {
        var set = IntervalSet.Union(Minutes(0, 10));
        Assert.True(set.Contains(At(0)));
        Assert.False(set.Contains(At(10)));
    }

    [Fact]
    public void Subtraction_leaves_the_pieces_on_both_sides() =>
        Assert.Equal(
            IntervalSet.Union(Minutes(0, 10), Minutes(20, 30), Minutes(35, 60)),
            IntervalSet.Union(Minutes(0, 60)).Subtract(IntervalSet.Union(Minutes(10, 20), Minutes(30, 35))));

    [Fact]
    public void An_interval_without_an_end_reaches_over_every_later_one() =>
        Assert.Equal(
            IntervalSet.Union(Minutes(30, 60)),
            IntervalSet.Union(Minutes(0, 60)).Intersect(IntervalSet.Union(new Interval(At(30), null))));

    [Fact]
    public void Taking_everything_away_leaves_the_empty_set() =>
        Assert.True(IntervalSet.Union(Minutes(0, 60)).Subtract(IntervalSet.Union(new Interval(null, null))).IsEmpty);

    [Fact]
    public void Sets_of_the_same_instants_are_one_and_others_are_not()
    {
        var set = IntervalSet.Union(Minutes(0, 10), Minutes(20, 30));
        Assert.Single(new HashSet<IntervalSet> { set, IntervalSet.Union(Minutes(20, 30), Minutes(0, 5), Minutes(5, 10)) });
        Assert.NotEqual(set, IntervalSet.Union(Minutes(0, 10), Minutes(20, 31)));
        Assert.NotEqual(set, IntervalSet.Empty);
        Assert.False(set.Equals(null));
        Assert.False(set.Equals((object)"0–10"));
    }

    [Fact]
    public void Union_intersection_and_subtraction_are_those_of_single_units() => Always(situation =>
    {
        // Pauses and hours are two arbitrary lists of minute ranges; the hours are scaled to spread over the same days.
        (int From, int To)[] other = [.. situation.Hours.Select(hours => (hours.From * 25, hours.To * 25))];
        var (left, right) = (situation.PauseSet, IntervalSet.Union(other.Select(pair => Minutes(pair.From, pair.To))));
        var (either, both, onlyLeft) = (0, 0, 0);
        for (var minute = 0; minute < 36_000 + 8 * 1440; minute++)
        {
            var isLeft = situation.Pauses.Any(pause => pause.From <= minute && minute < pause.To);
            var isRight = other.Any(pair => pair.From <= minute && minute < pair.To);
            either += isLeft || isRight ? 1 : 0;
            both += isLeft && isRight ? 1 : 0;
            onlyLeft += isLeft && !isRight ? 1 : 0;
        }

        Assert.Equal(Duration.FromMinutes(either), left.Union(right).Total);
        Assert.Equal(Duration.FromMinutes(both), left.Intersect(right).Total);
        Assert.Equal(Duration.FromMinutes(onlyLeft), left.Subtract(right).Total);
        Assert.Equal(left, left.Intersect(right).Union(left.Subtract(right)));
        Assert.Equal(left.Union(right), right.Union(left));
    });

    private static Interval Minutes(int from, int to) => new(At(from), At(to));
}
