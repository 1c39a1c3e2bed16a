using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using OpsRegistry.Settling;
using Xunit;

namespace OpsRegistry.Tests.Settling;

public sealed class ChineseAmountTests
{
    [Theory]
    // Whole yuan.
    [InlineData("0", "零元整")]
    [InlineData("1", "壹元整")]
    [InlineData("10", "壹拾元整")]
    [InlineData("11", "壹拾壹元整")]
    [InlineData("20", "贰拾元整")]
    [InlineData("100", "壹佰元整")]
    [InlineData("101", "壹佰零壹元整")]
    [InlineData("110", "壹佰壹拾元整")]
    [InlineData("1000", "壹仟元整")]
    [InlineData("1001", "壹仟零壹元整")]
    [InlineData("1010", "壹仟零壹拾元整")]
    [InlineData("1234", "壹仟贰佰叁拾肆元整")]
    [InlineData("5678", "伍仟陆佰柒拾捌元整")]
    [InlineData("10000", "壹万元整")]
    [InlineData("10001", "壹万零壹元整")]
    [InlineData("10010", "壹万零壹拾元整")]
    [InlineData("11000", "壹万壹仟元整")]
    [InlineData("100000", "壹拾万元整")]
    [InlineData("100500", "壹拾万零伍佰元整")]
    [InlineData("127250.00", "壹拾贰万柒仟贰佰伍拾元整")]
    [InlineData("509000", "伍拾万零玖仟元整")]
    [InlineData("1000000", "壹佰万元整")]
    [InlineData("2545000.00", "贰佰伍拾肆万伍仟元整")]
    [InlineData("10000000", "壹仟万元整")]
    [InlineData("10000001", "壹仟万零壹元整")]
    [InlineData("10101010", "壹仟零壹拾万零壹仟零壹拾元整")]
    [InlineData("100000000", "壹亿元整")]
    [InlineData("100000001", "壹亿零壹元整")]
    [InlineData("100010000", "壹亿零壹万元整")]
    [InlineData("110000000", "壹亿壹仟万元整")]
    [InlineData("1050000000", "壹拾亿零伍仟万元整")]
    [InlineData("200003000", "贰亿零叁仟元整")]
    [InlineData("1000000000000", "壹万亿元整")]
    [InlineData("1000000000001", "壹万亿零壹元整")]
    [InlineData("1000000010000", "壹万亿零壹万元整")]
    [InlineData("1000100000000", "壹万零壹亿元整")]
    [InlineData("9999999999999.99", "玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分")]
    // Jiao and fen; the rule's own examples are among them.
    [InlineData("0.05", "伍分")]
    [InlineData("0.50", "伍角")]
    [InlineData("0.55", "伍角伍分")]
    [InlineData("1.00", "壹元整")]
    [InlineData("1.01", "壹元零壹分")]
    [InlineData("1.10", "壹元壹角")]
    [InlineData("10.05", "壹拾元零伍分")]
    [InlineData("325.04", "叁佰贰拾伍元零肆分")]
    [InlineData("1409.50", "壹仟肆佰零玖元伍角")]
    [InlineData("1680.32", "壹仟陆佰捌拾元叁角贰分")]
    [InlineData("6007.14", "陆仟零柒元壹角肆分")]
    [InlineData("16409.02", "壹万陆仟肆佰零玖元零贰分")]
    [InlineData("107000.53", "壹拾万零柒仟元伍角叁分")]
    [InlineData("107000.03", "壹拾万零柒仟元零叁分")]
    [InlineData("9000000.90", "玖佰万元玖角")]
    // Below zero.
    [InlineData("-0.01", "负壹分")]
    [InlineData("-127250.00", "负壹拾贰万柒仟贰佰伍拾元整")]
    [InlineData("-9999999999999.99", "负玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分")]
    public void An_amount_reads_as_a_bill_would_have_it(string yuan, string words) =>
        Assert.Equal(words, ChineseAmount.InCapitals(decimal.Parse(yuan, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("0.005")]
    [InlineData("127250.001")]
    [InlineData("10000000000000")]
    [InlineData("-10000000000000")]
    public void An_amount_without_words_is_a_fault_of_the_caller(string yuan) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => ChineseAmount.InCapitals(decimal.Parse(yuan, CultureInfo.InvariantCulture)));

    [Fact]
    public void Trailing_zeros_after_the_fen_change_nothing() =>
        Assert.Equal("伍元零伍分", ChineseAmount.InCapitals(5.0500m));

    [Fact]
    public void Every_amount_up_to_ten_thousand_yuan_reads_back()
    {
        for (var fen = 0L; fen <= 1_000_000; fen += 7)
        {
            Assert.Equal(fen, CapitalsReader.Fen(ChineseAmount.InCapitals(fen / 100m)));
        }
    }

    [Fact]
    public void Any_amount_reads_back_and_zeros_never_double()
    {
        var amounts =
            from digits in Gen.ListOf(Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(1, 9))), 15)
            select digits.Aggregate(0L, (number, digit) => (number * 10) + digit);
        Prop.ForAll(Arb.From(amounts), fen =>
        {
            var words = ChineseAmount.InCapitals(fen / 100m);
            return CapitalsReader.Fen(words) == fen
                && !words.Contains("零零", StringComparison.Ordinal)
                && (fen == 0 || (words[0] != '零' && !words.Contains("零元", StringComparison.Ordinal)));
        }).Check(Campaign.Properties("amounts in Chinese words", 5_000, 20260402));
    }
}
