namespace UserOps.Samples;

/// <summary>Runs the shop day by day.</summary>
internal sealed class Simulation
{
    private const int SecondsToFirstVisit = 5;

    private readonly Shop _shop;
    private readonly Population _population;
    private readonly Community _community;
    private readonly Contacts _contacts;
    private readonly Winback _winback;
    private readonly Tiers _tiers;
    private readonly Returning _returning;
    private readonly Visits _visits;

    public Simulation(Shop shop)
    {
        _shop = shop;
        _population = new(shop);
        _tiers = new(shop);
        _community = new(shop, _tiers);
        _contacts = new(shop);
        _returning = new(shop);
        var exposures = new ExposuresFile(shop.Files.Open(Layouts.Exposures));
        Test = new(shop, exposures);
        _winback = new(shop, exposures, _contacts);
        _visits = new(shop, new(shop, _tiers), _community, Test, _contacts);
    }

    public CheckoutTest Test { get; }

    /// <summary>Users who stand in the file twice.</summary>
    public long DuplicateUsers => _population.Duplicates;

    /// <summary>Runs all days and writes the tables.</summary>
    public void Run(IProgress<ShopProgress>? progress, CancellationToken cancellation)
    {
        _winback.Plan();
        for (int day = 0; day < _shop.Options.Days; day++)
        {
            cancellation.ThrowIfCancellationRequested();
            RunDay(day);
            progress?.Report(new(day + 1, _shop.Options.Days, _shop.Events.Count));
        }
        _tiers.Close();
        new CampaignsFile(_shop).WriteAll();
        new TargetsFile(_shop, _population).WriteAll();
    }

    private void RunDay(int day)
    {
        _population.Plan(day);
        foreach (var appointment in _shop.Agenda.Of(day))
            Keep(appointment);
        _shop.Events.Flush(day);
    }

    private void Keep(Appointment at)
    {
        switch (at.Errand)
        {
            case Errand.SignUp or Errand.Burst:
                SignUp(at);
                break;
            case Errand.Contact:
                _contacts.Send(at);
                break;
            case Errand.Visit:
                _visits.Run(at);
                SouthCampaign.Echo(_shop, at);
                _returning.Plan(at.User, at.Time);
                break;
            case Errand.Launch:
                _winback.Launch(at.Time);
                break;
            default:
                Call(at);
                break;
        }
    }

    private void SignUp(Appointment at)
    {
        int user = _population.SignUp(at);
        if (user < 0)
            return;
        if (at.User >= 0)
            _community.Reward(at.User, at.Time);
        if (at.Errand == Errand.SignUp)
            Keep(new(at.Time + SecondsToFirstVisit, user, Errand.Visit));
    }

    /// <summary>A visit to which something called the user: a message, a coupon, a poster.</summary>
    private void Call(Appointment at)
    {
        _visits.Run(at);
        _shop.Tally.EchoVisits += at.Errand == Errand.Echo ? 1 : 0;
        _returning.Revive(at.User, at.Time);
    }
}
