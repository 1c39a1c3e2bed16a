namespace OpsRegistry;

/// <summary>Which change is made now, and which places were reached since somebody asked last.</summary>
internal static class MutantSwitch
{
    private static readonly bool[] Reached = new bool[1 << 16];

    /// <summary>The change that is made; none at first, unless the environment says so.</summary>
    public static int Made { get; set; } = int.Parse(Environment.GetEnvironmentVariable("MUTANT") ?? "-1", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether a change is the one that is made.</summary>
    public static bool Is(int number)
    {
        Reached[number] = true;
        return number == Made;
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
