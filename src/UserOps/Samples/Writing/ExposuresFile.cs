namespace UserOps.Samples;

/// <summary>Writes who was assigned to which variant, with what the user did in the four weeks before the experiment.</summary>
internal sealed class ExposuresFile(CsvFile file)
{
    public void Write(int user, string experiment, int variant, int time, Before before)
    {
        if (!file.Window.Knows(time))
            return;
        file.User(user);
        file.Text(experiment);
        file.Text(Experiments.Variants[variant]);
        file.Time(time);
        file.Number(before.Visits);
        file.Money(before.SpentCents);
        file.EndRow();
    }
}
