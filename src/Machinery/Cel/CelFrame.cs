using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel;

/// <summary>One evaluation under way: its variables and what it may still cost.</summary>
internal sealed class CelFrame(int slots, CelBudget budget)
{
    /// <summary>The variables, those of the expression first, then those of its comprehensions.</summary>
    public CelValue[] Slots { get; } = new CelValue[slots];

    /// <summary>Pays for work.</summary>
    /// <exception cref="CelBudgetException">There is not enough left.</exception>
    public void Spend(long cost) => budget.Spend(cost);

    /// <summary>Pays for going through a value once.</summary>
    public void SpendOn(CelValue value)
    {
        switch (value.Kind)
        {
            case CelKind.String:
                budget.Spend(value.AsText.Length / 10);
                break;
            case CelKind.Bytes:
                budget.Spend(value.AsBytes.Length / 10);
                break;
            case CelKind.List:
                budget.Spend(value.AsList.Count);
                break;
            case CelKind.Map:
                budget.Spend(value.AsMap.Count);
                break;
        }
    }
}
