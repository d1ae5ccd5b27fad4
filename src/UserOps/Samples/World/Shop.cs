namespace UserOps.Samples;

/// <summary>What all processes of the simulation share.</summary>
internal sealed class Shop
{
    public Shop(ShopOptions options, ShopFiles files)
    {
        Options = options;
        Files = files;
        Calendar = new(options);
        Agenda = new(options.Days);
        Members = new Member[options.Users];
        Tally = new(options);
        CampaignIds = new(Tally, options.Start);
        var events = new EventsFile(files.Open(Layouts.Events));
        Dirt = new(options, events);
        Events = new(events, Dirt);
    }

    public ShopOptions Options { get; }

    public int Seed => Options.Seed;

    public ShopFiles Files { get; }

    public ShopCalendar Calendar { get; }

    public Agenda Agenda { get; }

    public Member[] Members { get; }

    /// <summary>How many have signed up so far.</summary>
    public int Count { get; set; }

    public Tally Tally { get; }

    public CampaignIds CampaignIds { get; }

    public EventLog Events { get; }

    public Dirt Dirt { get; }
}
