namespace UserOps.Samples;

/// <summary>Why a moment matters.</summary>
internal enum Errand : byte
{
    SignUp,
    Burst,
    Visit,
    Echo,
    Click,
    CouponOrder,
    Contact,
    Launch,
}

/// <summary>Something that will happen to a user; for a sign-up the user is the one who invites, or −1.</summary>
/// <param name="Time">Seconds from the start.</param>
/// <param name="User">The user's number.</param>
/// <param name="Errand">Why.</param>
/// <param name="Detail">The channel or invitation of a sign-up, the entry of a click.</param>
internal readonly record struct Appointment(int Time, int User, Errand Errand, int Detail = 0) : IComparable<Appointment>
{
    public int CompareTo(Appointment other) =>
        (Time, User, Errand, Detail).CompareTo((other.Time, other.User, other.Errand, other.Detail));
}

/// <summary>What is still to happen, by day; a day that is over is forgotten.</summary>
internal sealed class Agenda(int days)
{
    private readonly List<Appointment>?[] _days = new List<Appointment>?[days];

    /// <summary>Notes an appointment, unless it lies beyond the end.</summary>
    public void Add(Appointment appointment)
    {
        int day = appointment.Time / DaySpan.Seconds;
        if (day < _days.Length)
            (_days[day] ??= []).Add(appointment);
    }

    /// <summary>The appointments of a day in time order; what is added for the same day meanwhile comes after them.</summary>
    public IEnumerable<Appointment> Of(int day)
    {
        if (_days[day] is not { } today)
            yield break;
        today.Sort();
        for (int i = 0; i < today.Count; i++)
            yield return today[i];
        _days[day] = null;
    }
}
