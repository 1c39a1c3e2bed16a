using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>人员到岗: what each post asks for, who held it, a calendar of people present.</summary>
internal static class StaffingSheet
{
    public static Sheet? For(AssessmentBook book)
    {
        // The days of the period that are past at the cut-off.
        var days = book.Days.Days.Intersect(new(BeijingTime.FirstDate, BeijingTime.DateEndingAt(book.Measurement.AsOf).PlusDays(1)));
        var posts = StaffingDays.Count(book.Folder, days, book.Measurement.Calendar);
        var watches = WatchDays.Count(book.Folder, book.Measurement.Calendar, days);
        return posts.Count == 0 ? null : new("staffing", new("人员到岗", "Staffing"), new("各岗位每日在岗人数与缺额", "who was there, and who was lacking"))
        {
            IsLandscape = true,
            Blocks =
            [
                new Block.Heading(new("一、岗位要求与缺额", "1. Posts"), "posts"),
                new Block.TableBlock(StaffingTable.For(posts)),
                new Block.Heading(new("二、在岗人员", "2. People"), "holders"),
                new Block.TableBlock(HolderTable.For(posts)),
                new Block.Heading(new("三、逐日在岗人数", "3. Day by day"), "days"),
                .. posts.SelectMany(Calendar),
                .. watches.Count == 0 ? Array.Empty<Block>() : [new Block.Heading(new("四、值守", "4. Watches"), "watches"), new Block.TableBlock(WatchTable.For(watches))],
            ],
        };
    }

    private static IEnumerable<Block> Calendar(StaffingDays post, int index)
    {
        var (title, people) = (post.Requirement.Title, post.Requirement.Headcount);
        yield return new Block.Paragraph(new($"{title.Zh}（应到 {people} 人）", $"{title.En} ({people} asked for)")) { Tone = Tone.Strong };
        yield return new Block.TableBlock(PresenceTable.For(index + 1, post));
    }
}
