using KnowledgeBase.Tagging.Reviews;

namespace KnowledgeBase.Tagging.Tests.Reviews;

public sealed class AgreementTests
{
    [Fact]
    public void Gives_Cohens_kappa_of_a_textbook_table()
    {
        // Both yes 20, only the first 5, only the second 10, both no 15: agreement .7, chance .5 * .6 + .5 * .4 = .5, kappa .4.
        (bool, bool)[] decisions =
        [
            .. Enumerable.Repeat((true, true), 20), .. Enumerable.Repeat((true, false), 5),
            .. Enumerable.Repeat((false, true), 10), .. Enumerable.Repeat((false, false), 15),
        ];

        var agreement = Agreement.Of("challenge", decisions);

        Assert.Equal((50, 35), (agreement.Both, agreement.Agreed));
        Assert.Equal(0.4, agreement.Kappa!.Value, 9);
    }

    [Fact]
    public void Gives_no_kappa_where_chance_explains_everything() =>
        Assert.Null(Agreement.Of("lesson", [(true, true), (true, true)]).Kappa);

    [Fact]
    public void Gives_no_kappa_without_common_passages() => Assert.Equal(new Agreement("trust", 0, 0, null), Agreement.Of("trust", []));

    [Fact]
    public void Goes_below_zero_for_people_who_always_differ() =>
        Assert.Equal(-1, Agreement.Of("trust", [(true, false), (false, true)]).Kappa!.Value, 9);
}
