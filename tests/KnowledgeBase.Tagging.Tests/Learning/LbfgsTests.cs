using KnowledgeBase.Tagging.Learning;

namespace KnowledgeBase.Tagging.Tests.Learning;

public sealed class LbfgsTests
{
    [Fact]
    public void Finds_the_bottom_of_Rosenbrocks_valley()
    {
        var found = Lbfgs.Minimise(
            (at, gradient) =>
            {
                var (a, b) = (1 - at[0], at[1] - (at[0] * at[0]));
                gradient[0] = (-2 * a) - (400 * at[0] * b);
                gradient[1] = 200 * b;
                return (a * a) + (100 * b * b);
            },
            [-1.2, 1],
            500);

        Assert.Equal(1, found[0], 2);
        Assert.Equal(1, found[1], 2);
    }

    [Fact]
    public void Leaves_the_start_as_it_is()
    {
        double[] start = [3];

        Lbfgs.Minimise((at, gradient) => { gradient[0] = 2 * at[0]; return at[0] * at[0]; }, start, 10);

        Assert.Equal(3, start[0]);
    }
}
