namespace OpsRegistry;

/// <summary>Which change is made in this process, and which places were reached since somebody asked last.</summary>
internal static class MutantSwitch
{
    private static readonly int Active = int.Parse(Environment.GetEnvironmentVariable("MUTANT") ?? "-1", System.Globalization.CultureInfo.InvariantCulture);
    private static readonly bool[] Reached = new bool[1 << 16];

    /// <summary>Whether a change is the one that is made.</summary>
    public static bool Is(int number)
    {
        Reached[number] = true;
        return number == Active;
    }

    /// <summary>The places that were reached since this was asked last.</summary>
    public static List<int> Take()
    {
        List<int> reached = [];
        for (var number = 0; number < Reached.Length; number++)
        {
            if (Reached[number])
            {
                reached.Add(number);
                Reached[number] = false;
            }
        }

        return reached;
    }
}
