package dev.drumbeat.gateway.cadence;

import com.google.common.base.CaseFormat;
import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.PageOf;
import dev.drumbeat.gateway.graphql.TypeFields;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.proto.cadence.v1.AgendaFacts;
import dev.drumbeat.proto.cadence.v1.AgendaItem;
import dev.drumbeat.proto.cadence.v1.Attendance;
import dev.drumbeat.proto.cadence.v1.Commitment;
import dev.drumbeat.proto.cadence.v1.Decision;
import dev.drumbeat.proto.cadence.v1.ListMeetingsResponse;
import dev.drumbeat.proto.cadence.v1.Meeting;
import dev.drumbeat.proto.cadence.v1.Minutes;
import dev.drumbeat.proto.cadence.v1.MissingPart;
import dev.drumbeat.proto.cadence.v1.SeenKpi;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** How meetings, their agendas and their minutes are read. */
@Component
final class MeetingFields implements RuntimeWiringConfigurer {
    /** What the schema knows as a move; what a newer service may offer besides is left out. */
    private static final Set<String> MOVES = Set.of(
            "MOVE_MEETING",
            "CANCEL_MEETING",
            "START_MEETING",
            "ATTEND_MEETING",
            "LEAVE_MEETING",
            "END_MEETING",
            "ADD_ITEM",
            "UPDATE_ITEM",
            "MOVE_ITEM",
            "SELECT_ITEM",
            "CLOSE_ITEM",
            "REOPEN_ITEM",
            "ADD_DECISION",
            "UPDATE_DECISION",
            "REMOVE_DECISION",
            "ADD_COMMITMENT");

    /** Mutations whose payload is the whole meeting. */
    private static final List<String> MEETING_MUTATIONS = List.of(
            "MoveMeeting",
            "CancelMeeting",
            "StartMeeting",
            "AttendMeeting",
            "LeaveMeeting",
            "EndMeeting",
            "AddAgendaItem",
            "MoveAgendaItem",
            "UpdateAgendaItem",
            "SelectAgendaItem",
            "CloseAgendaItem",
            "ReopenAgendaItem",
            "AddDecision",
            "UpdateDecision",
            "RemoveDecision",
            "AddCommitment");

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        addLists(wiring);
        addMeeting(wiring);
        addAgenda(wiring);
        addOutcomes(wiring);
        addMinutes(wiring);
        MEETING_MUTATIONS.forEach(
                name -> TypeFields.payload(name + "Payload", "meeting").addTo(wiring));
        for (String type : new String[] {"Update", "Complete", "Reopen", "Drop"}) {
            TypeFields.payload(type + "CommitmentPayload", "commitment").addTo(wiring);
        }
    }

    private static void addLists(RuntimeWiring.Builder wiring) {
        TypeFields.of("MeetingConnection", Known.class)
                .field("nodes", page -> meetings(page).getMeetingsList())
                .field(
                        "pageInfo",
                        page -> new PageOf<>(List.of(), meetings(page).getNextPageToken()).pageInfo())
                .field("live", Known::live)
                .field("knownAt", Known::at)
                .addTo(wiring);
        TypeFields.of("MeetingInFull", Known.class)
                .field("meeting", Known::value)
                .field("live", Known::live)
                .field("knownAt", Known::at)
                .addTo(wiring);
        TypeFields.of("MyWeek", MyWeek.class)
                .field("live", MyWeek::live)
                .field("knownAt", MyWeek::knownAt)
                .field("meetings", MyWeek::meetings)
                .field("commitments", MyWeek::commitments)
                .addTo(wiring);
        TypeFields.of("MeetingOfMine", Meeting.class)
                .field("meeting", meeting -> meeting)
                .addTo(wiring);
        TypeFields.of("CommitmentOfMine", Commitment.class)
                .field("commitment", commitment -> commitment)
                .addTo(wiring);
    }

    private static void addMeeting(RuntimeWiring.Builder wiring) {
        TypeFields.of("Meeting", Meeting.class)
                .field("id", meeting -> GlobalId.encode("Meeting", meeting.getName()))
                .field("slug", meeting -> Wire.slug(meeting.getName()))
                .field("partnershipSlug", meeting -> Wire.slug(Names.partnershipOf(meeting.getName())))
                .field("seriesSlug", meeting -> Wire.slug(meeting.getSeries()))
                .field("seriesDisplayName", Meeting::getSeriesDisplayName)
                .field("kind", meeting -> Wire.name(meeting.getKind()))
                .field("state", meeting -> Wire.name(meeting.getState()))
                .field("startsAt", meeting -> Wire.moment(meeting.getStartsAt()))
                .field("endsAt", meeting -> Wire.moment(meeting.getEndsAt()))
                .field("timeZone", Meeting::getTimeZone)
                .field("movedFrom", meeting -> meeting.hasMovedFrom() ? Wire.moment(meeting.getMovedFrom()) : null)
                .field("reason", meeting -> Wire.text(meeting.getReason()))
                .field("reasonBy", meeting -> meeting.hasReasonBy() ? meeting.getReasonBy() : null)
                .field(
                        "startableFrom",
                        meeting -> meeting.hasStartableFrom() ? Wire.moment(meeting.getStartableFrom()) : null)
                .field("missedAt", meeting -> meeting.hasMissedAt() ? Wire.moment(meeting.getMissedAt()) : null)
                .field("startedAt", meeting -> meeting.hasStartedAt() ? Wire.moment(meeting.getStartedAt()) : null)
                .field("endedAt", meeting -> meeting.hasEndedAt() ? Wire.moment(meeting.getEndedAt()) : null)
                .field("recordedAfterwards", Meeting::getRecordedAfterwards)
                .field("attendances", Meeting::getAttendancesList)
                .field("bothSidesPresent", Meeting::getBothSidesPresent)
                .field("onTime", Meeting::getOnTime)
                .field("items", Meeting::getItemsList)
                .field("currentItemId", meeting -> Wire.text(meeting.getCurrentItemId()))
                .field(
                        "currentSince",
                        meeting -> meeting.hasCurrentSince() ? Wire.moment(meeting.getCurrentSince()) : null)
                .field("missingParts", Meeting::getMissingPartsList)
                .field("agendaAsOf", meeting -> meeting.hasAgendaAsOf() ? Wire.moment(meeting.getAgendaAsOf()) : null)
                .field("decisions", Meeting::getDecisionsList)
                .field("commitments", Meeting::getCommitmentsList)
                .field("nextStart", meeting -> meeting.hasNextStart() ? Wire.moment(meeting.getNextStart()) : null)
                .field("viewerMay", MeetingFields::moves)
                .field("unresolvedReason", meeting -> Wire.text(meeting.getUnresolvedReason()))
                .field("revision", meeting -> Long.toString(meeting.getRevision()))
                .addTo(wiring);
        TypeFields.of("Attendance", Attendance.class)
                .field("person", Attendance::getPerson)
                .field("joinedAt", attendance -> Wire.moment(attendance.getJoinedAt()))
                .field("leftAt", attendance -> attendance.hasLeftAt() ? Wire.moment(attendance.getLeftAt()) : null)
                .addTo(wiring);
        TypeFields.of("MissingPart", MissingPart.class)
                .field("part", part -> Wire.name(part.getPart()))
                .field("lastKnownAt", part -> part.hasLastKnownAt() ? Wire.moment(part.getLastKnownAt()) : null)
                .addTo(wiring);
    }

    private static void addAgenda(RuntimeWiring.Builder wiring) {
        TypeFields.of("AgendaItem", AgendaItem.class)
                .field("itemId", AgendaItem::getItemId)
                .field("kind", item -> Wire.name(item.getKind()))
                .field("subject", item -> Wire.text(item.getSubject()))
                .field("title", AgendaItem::getTitle)
                .field("facts", AgendaItem::getFacts)
                .field("state", item -> Wire.name(item.getState()))
                .field("reason", item -> Wire.text(item.getReason()))
                .field("note", item -> Wire.text(item.getNote()))
                .field("plannedSeconds", AgendaItem::getPlannedSeconds)
                .field("spentSeconds", AgendaItem::getSpentSeconds)
                .field("carriedOver", AgendaItem::getCarriedOver)
                .field("live", AgendaItem::getLive)
                .field("addedBy", item -> item.hasAddedBy() ? item.getAddedBy() : null)
                .field("revision", item -> Long.toString(item.getRevision()))
                .addTo(wiring);
        TypeFields.of("AgendaFacts", AgendaFacts.class)
                .field("kpiSlug", facts -> Wire.slug(facts.getKpi()))
                .field(
                        "actionId",
                        facts -> facts.getAction().isEmpty()
                                ? null
                                : GlobalId.encode("CorrectiveAction", facts.getAction()))
                .field("actionNumber", facts -> facts.getActionNumber() == 0 ? null : facts.getActionNumber())
                .field("period", facts -> Wire.text(facts.getPeriod()))
                .field("value", facts -> Wire.text(facts.getValue()))
                .field("target", facts -> Wire.text(facts.getTarget()))
                .field("sincePeriod", facts -> Wire.text(facts.getSincePeriod()))
                .field("dueDate", facts -> Wire.text(facts.getDueDate()))
                .field("overdueDays", AgendaFacts::getOverdueDays)
                .field("owner", facts -> facts.hasOwner() ? facts.getOwner() : null)
                .field("unownedSince", facts -> facts.hasUnownedSince() ? Wire.moment(facts.getUnownedSince()) : null)
                .field("waiting", facts -> facts.getWaiting() == 0 ? null : facts.getWaiting())
                .field("decimals", AgendaFacts::getDecimals)
                .field("unit", facts -> Wire.text(facts.getUnit()))
                .addTo(wiring);
    }

    private static void addOutcomes(RuntimeWiring.Builder wiring) {
        TypeFields.of("MeetingDecision", Decision.class)
                .field("decisionId", Decision::getDecisionId)
                .field("itemId", decision -> Wire.text(decision.getItemId()))
                .field("what", Decision::getWhat)
                .field("why", decision -> Wire.text(decision.getWhy()))
                .field("decidedBy", Decision::getDecidedByList)
                .field("recordedBy", Decision::getRecordedBy)
                .field("recordedAt", decision -> Wire.moment(decision.getRecordedAt()))
                .field("revision", decision -> Long.toString(decision.getRevision()))
                .addTo(wiring);
        TypeFields.of("Commitment", Commitment.class)
                .field("id", commitment -> GlobalId.encode("Commitment", commitment.getName()))
                .field("partnershipSlug", commitment -> Wire.slug(Names.partnershipOf(commitment.getName())))
                .field("meetingSlug", commitment -> Wire.slug(commitment.getMeeting()))
                .field("itemId", commitment -> Wire.text(commitment.getItemId()))
                .field("text", Commitment::getText)
                .field("owner", Commitment::getOwner)
                .field("dueDate", Commitment::getDueDate)
                .field("firstDueDate", commitment -> Wire.text(commitment.getFirstDueDate()))
                .field("state", commitment -> Wire.name(commitment.getState()))
                .field("overdueDays", Commitment::getOverdueDays)
                .field("doneAt", commitment -> commitment.hasDoneAt() ? Wire.moment(commitment.getDoneAt()) : null)
                .field("reason", commitment -> Wire.text(commitment.getReason()))
                .field("takenAt", commitment -> commitment.hasTakenAt() ? Wire.moment(commitment.getTakenAt()) : null)
                .field("revision", commitment -> Long.toString(commitment.getRevision()))
                .addTo(wiring);
    }

    private static void addMinutes(RuntimeWiring.Builder wiring) {
        TypeFields.of("Minutes", Minutes.class)
                .field("meeting", Minutes::getMeeting)
                .field("scorecard", Minutes::getScorecardList)
                .field(
                        "scorecardSeenAt",
                        minutes -> minutes.hasScorecardSeenAt() ? Wire.moment(minutes.getScorecardSeenAt()) : null)
                .field("frozenAt", minutes -> Wire.moment(minutes.getFrozenAt()))
                .field("frozenBy", Minutes::getFrozenBy)
                .field("fingerprint", Minutes::getFingerprint)
                .addTo(wiring);
        TypeFields.of("SeenKpi", SeenKpi.class)
                .field("kpiSlug", seen -> Wire.slug(seen.getKpi()))
                .field("displayName", SeenKpi::getDisplayName)
                .field("period", seen -> Wire.text(seen.getPeriod()))
                .field("value", seen -> Wire.text(seen.getValue()))
                .field("target", seen -> Wire.text(seen.getTarget()))
                .field("status", seen -> seen.getStatus().isEmpty() ? "NO_DATA" : seen.getStatus())
                .field("unit", seen -> Wire.text(seen.getUnit()))
                .field("decimals", SeenKpi::getDecimals)
                .addTo(wiring);
    }

    /** {@code StartMeeting} is {@code START_MEETING}. */
    private static List<@Nullable Object> moves(Meeting meeting) {
        return meeting.getCallerMayList().stream()
                .map(method -> CaseFormat.UPPER_CAMEL.to(CaseFormat.UPPER_UNDERSCORE, method))
                .filter(MOVES::contains)
                .<@Nullable Object>map(move -> move)
                .toList();
    }

    private static ListMeetingsResponse meetings(Known<?> page) {
        return (ListMeetingsResponse) page.value();
    }
}
