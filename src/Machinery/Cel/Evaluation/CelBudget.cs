namespace Slipway.Machinery.Cel.Evaluation;

/// <summary>How much work expressions may do. One unit is about one operation, or ten characters of a text gone through.</summary>
public sealed class CelBudget
{
    /// <summary>What one expression may cost upstream.</summary>
    public const long PerExpression = 1_000_000;

    /// <summary>What all expressions over one object may cost upstream.</summary>
    public const long PerObject = 10_000_000;

    private readonly CelBudget? _whole;

    /// <summary>A budget.</summary>
    /// <param name="limit">How much may be spent.</param>
    /// <param name="whole">A larger budget that pays too.</param>
    public CelBudget(long limit, CelBudget? whole = null)
    {
        Left = limit;
        _whole = whole;
    }

    /// <summary>How much is left.</summary>
    public long Left { get; private set; }

    /// <summary>Pays for work.</summary>
    /// <param name="cost">The cost.</param>
    /// <exception cref="CelBudgetException">There is not enough left.</exception>
    public void Spend(long cost)
    {
        Left -= cost;
        _whole?.Spend(cost);
        if (Left < 0)
        {
            throw new CelBudgetException();
        }
    }
}
