using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Evaluation;

/// <summary>One evaluation under way: its variables and what it may still cost.</summary>
internal sealed class CelFrame(int slots, CelBudget budget)
{
    /// <summary>The variables, those of the expression first, then those of its comprehensions.</summary>
    public CelValue[] Slots { get; } = new CelValue[slots];

    /// <summary>Pays for work.</summary>
    /// <exception cref="CelBudgetException">There is not enough left.</exception>
    public void Spend(long cost) => budget.Spend(cost);
}
