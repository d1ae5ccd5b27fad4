namespace UserOps.Learning;

/// <summary>Users as rows of numbers, as trainers take them: row after row in one array.</summary>
internal sealed class FeatureMatrix(int rows, int width)
{
    public int Rows { get; } = rows;

    public int Width { get; } = width;

    public float[] Values { get; } = new float[(long)rows * width];

    public ReadOnlySpan<float> Row(int row) => Values.AsSpan(row * Width, Width);

    public FeatureMatrix Select(ReadOnlySpan<int> rows)
    {
        var selected = new FeatureMatrix(rows.Length, Width);
        for (int row = 0; row < rows.Length; row++)
            Row(rows[row]).CopyTo(selected.Values.AsSpan(row * Width));
        return selected;
    }
}
