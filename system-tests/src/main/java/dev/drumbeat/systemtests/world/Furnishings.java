package dev.drumbeat.systemtests.world;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.drumbeat.systemtests.api.Api;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Something of every kind that can be on a partnership: notes, proposals, an action, a RACI, a signed agreement with a statement, a
 * draft, a disclosure, a meeting that was held, a calendar. What only some may read carries a word of its own.
 *
 * @param meeting the last part of the held meeting's address
 * @param agreement the slug of the signed agreement
 * @param calendarPath of a calendar that the partner's LEADER made
 */
public record Furnishings(String meeting, String agreement, String calendarPath) {
    /** Who may read what carries the word. */
    public static final Map<String, Set<Seat>> SECRETS = Map.of(
            "zqnote", Set.of(Seat.OWNER_LEADER, Seat.OWNER_OPS),
            "77123", Set.of(Seat.OWNER_LEADER, Seat.OWNER_OPS, Seat.PARTNER_LEADER),
            "zqdraft", Set.of(Seat.OWNER_LEADER, Seat.OWNER_OPS),
            "zqcalendar", Set.of(Seat.PARTNER_LEADER),
            "zqaudit", Set.of(Seat.OWNER_LEADER, Seat.OWNER_OPS, Seat.PARTNER_LEADER, Seat.PARTNER_OPS));

    /** Fills it; {@code partnership.words()} stands in every text that has room for it. */
    public static Furnishings put(Api api, Partnership partnership) {
        return new Furnisher(api, partnership).furnish();
    }

    private record Furnisher(Api api, Partnership partnership) {
        Furnishings furnish() {
            String words = partnership.words();
            String slug = partnership.slug();
            Setup ownerOps = new Setup(as(Seat.OWNER_OPS));
            Setup partnerOps = new Setup(as(Seat.PARTNER_OPS));
            String action = partnerOps.openAction(slug, words + " seals swell", words + " 3 of 40.");
            partnerOps.commentAction(action, words + " is known on line 2, too.");
            ownerOps.raci(
                    slug,
                    KpiPlan.RACI_ACTIVITY,
                    partnership.person(Seat.PARTNER_LEADER),
                    partnership.person(Seat.PARTNER_OPS));
            String month = Partnership.month(1);
            ownerOps.note(slug, Partnership.GOAL, month, "COMMENT", "OWNER", words + " zqnote: the owner only.");
            ownerOps.note(slug, Partnership.GOAL, month, "COMMENT", "BOTH", words + " for both.");
            partnerOps.note(slug, Partnership.GOAL, month, "CONTEST", "BOTH", words + " contests it.");
            partnerOps.proposeTarget(slug, Partnership.GOAL, Partnership.month(-1), "50", "40");
            partnerOps.proposeCorrection(
                    slug, Partnership.GOAL, Partnership.month(2), "95", words + " was miscounted.");
            changeWithReason(ownerOps, words);
            Agreements agreements = new Agreements(api, partnership, "77123");
            String agreement = agreements.signed(words + " bonus");
            agreements.draft(words + " zqdraft");
            disclosure(partnerOps.caller(), words);
            return new Furnishings(meeting(words), agreement, calendar());
        }

        private Caller as(Seat seat) {
            return partnership.signIn(api, seat);
        }

        /** Why it was changed stands in the audit trail and nowhere else. */
        private void changeWithReason(Setup ownerOps, String words) {
            String kpi = Partnership.DRIVERS.get(2);
            String revision = ownerOps.caller()
                    .data(
                            "query Q($slug: String!, $kpi: String!) { partnership(slug: $slug) { kpi(slug: $kpi) {"
                                    + " standing { kpi { revision } } } } }",
                            Map.of("slug", partnership.slug(), "kpi", kpi))
                    .getAsJsonObject("partnership")
                    .getAsJsonObject("kpi")
                    .getAsJsonObject("standing")
                    .getAsJsonObject("kpi")
                    .get("revision")
                    .getAsString();
            change(
                    ownerOps.caller(),
                    "updateKpi",
                    "kpi { id }",
                    Map.of(
                            "partnership",
                            partnership.slug(),
                            "kpi",
                            kpi,
                            "revision",
                            revision,
                            "graceDays",
                            41,
                            "reason",
                            words + " zqaudit"));
        }

        private void disclosure(Caller partnerOps, String words) {
            change(
                    partnerOps,
                    "disclose",
                    "disclosure { id }",
                    Map.of(
                            "partnership",
                            partnership.slug(),
                            "kpi",
                            Partnership.GOAL,
                            "period",
                            Partnership.month(0),
                            "text",
                            words + " two orders wait for documents."));
        }

        private String meeting(String words) {
            Caller ownerOps = as(Seat.OWNER_OPS);
            OffsetDateTime start =
                    OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(5).truncatedTo(ChronoUnit.MINUTES);
            change(
                    ownerOps,
                    "createMeetingSeries",
                    "series { id }",
                    Map.of(
                            "partnership",
                            partnership.slug(),
                            "kind",
                            "OTHER",
                            "displayName",
                            words + " at once",
                            "schedule",
                            Map.of(
                                    "start",
                                    LocalDateTime.from(start).toString(),
                                    "timeZone",
                                    "UTC",
                                    "durationMinutes",
                                    60)));
            String meeting = ownerOps
                    .data(
                            "query Q($slug: String!, $from: DateTime!, $to: DateTime!) { partnership(slug: $slug) {"
                                    + " meetings(from: $from, to: $to) { nodes { slug kind } } } }",
                            Map.of(
                                    "slug", partnership.slug(),
                                    "from", start.toString(),
                                    "to", start.plusSeconds(1).toString()))
                    .getAsJsonObject("partnership")
                    .getAsJsonObject("meetings")
                    .getAsJsonArray("nodes")
                    .asList()
                    .stream()
                    .map(JsonElement::getAsJsonObject)
                    .filter(node -> node.get("kind").getAsString().equals("OTHER"))
                    .findFirst()
                    .orElseThrow()
                    .get("slug")
                    .getAsString();
            Map<String, Object> named = Map.of("partnership", partnership.slug(), "meeting", meeting);
            change(ownerOps, "startMeeting", "meeting { id }", named);
            change(as(Seat.PARTNER_OPS), "attendMeeting", "meeting { id }", named);
            change(ownerOps, "addDecision", "meeting { id }", with(named, Map.of("what", words + " ship by air")));
            change(
                    ownerOps,
                    "addCommitment",
                    "meeting { id }",
                    with(
                            named,
                            Map.of(
                                    "text",
                                    words + " asks the carrier",
                                    "owner",
                                    partnership.person(Seat.PARTNER_OPS),
                                    "dueDate",
                                    "2099-12-31")));
            change(
                    ownerOps,
                    "endMeeting",
                    "meeting { id }",
                    with(named, Map.of("unresolvedReason", words + " is known")));
            return meeting;
        }

        private String calendar() {
            return change(as(Seat.PARTNER_LEADER), "createCalendarFeed", "path", Map.of("displayName", "zqcalendar"))
                    .get("path")
                    .getAsString();
        }

        private static Map<String, Object> with(Map<String, Object> input, Map<String, Object> more) {
            Map<String, Object> all = new HashMap<>(input);
            all.putAll(more);
            return all;
        }

        private static JsonObject change(Caller caller, String mutation, String selection, Map<String, Object> input) {
            return new Setup(caller).change(mutation, selection, input);
        }
    }
}
