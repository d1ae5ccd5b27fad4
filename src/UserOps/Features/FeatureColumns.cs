using UserOps.Data;
using UserOps.Display;

namespace UserOps.Features;

/// <summary>Collects the columns of a feature table, in order.</summary>
internal sealed class FeatureColumns(int rows)
{
    private readonly List<(Feature Feature, Column Column)> _columns = [];

    public IReadOnlyList<Feature> Features => [.. _columns.Select(column => column.Feature)];

    public TypedTable Table => new("features", [.. _columns.Select(column => column.Column)]);

    /// <summary>Adds a column of numbers, to be filled by row; zero until then.</summary>
    public double[] Number(string name, string meaning, Format? format = null)
    {
        double[] values = new double[rows];
        Add(new(name, meaning, format ?? Format.Count), new NumberColumn(name, values));
        return values;
    }

    /// <summary>Adds a column of numbers that are fractions of 1.</summary>
    public double[] Share(string name, string meaning) => Number(name, meaning, Format.Percent());

    /// <summary>Adds a column of spans in days.</summary>
    public double[] Days(string name, string meaning) => Number(name, meaning, Format.Number(1, "days"));

    /// <summary>Adds a column of yes and no, to be filled by row; no until then.</summary>
    public sbyte[] Flag(string name, string meaning)
    {
        sbyte[] flags = new sbyte[rows];
        Add(new(name, meaning, Format.Flag), new FlagColumn(name, flags));
        return flags;
    }

    /// <summary>Adds a column of words by row; words are numbered as they come, whatever else the export holds.</summary>
    public void Text(string name, string meaning, TextColumn source, Func<int, int> codeOfRow)
    {
        int[] codes = new int[rows], numbers = new int[source.Words.Length];
        List<string> words = [];
        for (int row = 0; row < rows; row++)
        {
            int code = codeOfRow(row);
            if (code >= 0 && numbers[code] == 0)
            {
                words.Add(source.Words[code]);
                numbers[code] = words.Count;
            }
            codes[row] = code < 0 ? -1 : numbers[code] - 1;
        }
        Add(new(name, meaning, Format.Text), new TextColumn(name, codes, [.. words]));
    }

    private void Add(Feature feature, Column column) => _columns.Add((feature, column));
}
