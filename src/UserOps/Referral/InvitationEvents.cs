using UserOps.Activity;
using UserOps.Data;

namespace UserOps.Referral;

/// <summary>Finds the events that are invitations.</summary>
internal static class InvitationEvents
{
    private static readonly string[][] UsualNames =
    [
        ["invite", "invitation", "invite_sent", "invitation_sent", "send_invite", "invite_friend", "refer", "邀请", "邀请好友", "发送邀请"],
        ["share", "shared", "分享", "转发"],
    ];

    /// <summary>The names of the invitations; empty where the export has none.</summary>
    public static IReadOnlyList<string> Of(Dataset data, ReferralDefinition definition)
    {
        if (definition.InvitationEvents.Count > 0)
        {
            QualifyingEvents.Of(data, definition.InvitationEvents);
            return definition.InvitationEvents;
        }
        if (!data.Has(TableKind.Events))
            return [];
        var found = UsualNames.Select(names => data.Events.EventNames.Where(name => names.Contains(name, StringComparer.OrdinalIgnoreCase)).ToArray());
        return found.FirstOrDefault(names => names.Length > 0) ?? [];
    }
}
