package dev.drumbeat.cadence.grpc;

import dev.drumbeat.cadence.Attendance;
import dev.drumbeat.cadence.CallerMay;
import dev.drumbeat.cadence.Commitment;
import dev.drumbeat.cadence.Decision;
import dev.drumbeat.cadence.Meeting;
import dev.drumbeat.cadence.MeetingLine;
import dev.drumbeat.cadence.Minutes;
import dev.drumbeat.cadence.Names;
import dev.drumbeat.cadence.Participant;
import dev.drumbeat.cadence.ReadCadence;
import dev.drumbeat.cadence.agenda.Agenda;
import dev.drumbeat.cadence.agenda.AgendaItem;
import dev.drumbeat.cadence.agenda.Facts;
import dev.drumbeat.cadence.agenda.KpiFact;
import dev.drumbeat.cadence.agenda.Part;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.cadence.v1.AgendaFacts;
import dev.drumbeat.proto.cadence.v1.AgendaPart;
import dev.drumbeat.proto.cadence.v1.CadencePerson;
import dev.drumbeat.proto.cadence.v1.CommitmentState;
import dev.drumbeat.proto.cadence.v1.ItemKind;
import dev.drumbeat.proto.cadence.v1.ItemState;
import dev.drumbeat.proto.cadence.v1.MeetingState;
import dev.drumbeat.proto.cadence.v1.MissingPart;
import dev.drumbeat.proto.cadence.v1.SeenKpi;
import dev.drumbeat.proto.cadence.v1.SeriesKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Meetings as the contract shows them; what is about money is left out for who may not read it. */
final class MeetingWire {
    private MeetingWire() {}

    /** In full. */
    static dev.drumbeat.proto.cadence.v1.Meeting full(ReadCadence.Seen seen, Instant now) {
        dev.drumbeat.proto.cadence.v1.Meeting.Builder builder = whole(
                        seen.scope(),
                        seen.meeting().value(),
                        seen.meeting().value().commitments(),
                        now)
                .setRevision(seen.meeting().revision())
                .addAllCallerMay(CallerMay.of(seen.scope(), seen.meeting().value(), now));
        seen.nextStart().ifPresent(start -> builder.setNextStart(Wire.timestamp(start)));
        return builder.build();
    }

    private static dev.drumbeat.proto.cadence.v1.Meeting.Builder whole(
            Scope scope, Meeting meeting, List<Commitment> commitments, Instant now) {
        LocalDate today = now.atZone(scope.facts().timeZone()).toLocalDate();
        // What is frozen is as it was: overdue by then, not by now. Commitments live on.
        LocalDate asOf = meeting.endedAt() == null
                ? today
                : meeting.endedAt().atZone(scope.facts().timeZone()).toLocalDate();
        Agenda agenda = meeting.agenda();
        dev.drumbeat.proto.cadence.v1.Meeting.Builder builder = brief(meeting)
                .addAllItems(agenda.items().stream()
                        .filter(item -> !item.kind().isAboutMoney() || scope.may(Activity.READ_MONEY))
                        .map(item -> item(item, asOf))
                        .toList())
                .setCurrentItemId(agenda.current())
                .addAllDecisions(
                        meeting.decisions().stream().map(MeetingWire::decision).toList())
                .addAllCommitments(commitments.stream()
                        .map(each -> commitment(meeting, each, today))
                        .toList());
        if (agenda.currentSince() != null) {
            builder.setCurrentSince(Wire.timestamp(agenda.currentSince()));
        }
        if (agenda.asOf() != null) {
            builder.setAgendaAsOf(Wire.timestamp(agenda.asOf()));
        }
        // Of a meeting that was held they are what it went without; one that was not held went without everything.
        if (!meeting.state().isOver() || meeting.state() == dev.drumbeat.cadence.MeetingState.HELD) {
            agenda.missing().stream()
                    .filter(part -> part != Part.INCENTIVES || scope.may(Activity.READ_MONEY))
                    .forEach(part -> builder.addMissingParts(missing(part, agenda.knownAt(part))));
        }
        return builder;
    }

    /** For lists: without agenda, decisions and commitments. */
    static dev.drumbeat.proto.cadence.v1.Meeting.Builder brief(Meeting meeting) {
        dev.drumbeat.proto.cadence.v1.Meeting.Builder builder = line(MeetingLine.of(meeting))
                .setReason(meeting.reason())
                .setRecordedAfterwards(meeting.recordedAfterwards())
                .setUnresolvedReason(meeting.unresolvedReason())
                .addAllAttendances(meeting.attendances().stream()
                        .map(MeetingWire::attendance)
                        .toList());
        if (meeting.reasonBy() != null) {
            builder.setReasonBy(Wire.actor(meeting.reasonBy()));
        }
        if (meeting.startedAt() != null) {
            builder.setStartedAt(Wire.timestamp(meeting.startedAt()));
        }
        if (meeting.endedAt() != null) {
            builder.setEndedAt(Wire.timestamp(meeting.endedAt()));
        }
        return builder;
    }

    /** As much as is known of it in lists of many partnerships. */
    static dev.drumbeat.proto.cadence.v1.Meeting.Builder line(MeetingLine line) {
        dev.drumbeat.proto.cadence.v1.Meeting.Builder builder = dev.drumbeat.proto.cadence.v1.Meeting.newBuilder()
                .setName(Names.meeting(line.partnership(), line.id()))
                .setSeries(Names.series(line.partnership(), line.series()))
                .setSeriesDisplayName(line.seriesName())
                .setKind(Enums.encode(line.kind(), SeriesKind.class))
                .setState(Enums.encode(line.state(), MeetingState.class))
                .setStartsAt(Wire.timestamp(line.startsAt()))
                .setEndsAt(Wire.timestamp(line.endsAt()))
                .setTimeZone(line.timeZone())
                .setStartableFrom(Wire.timestamp(line.startsAt().minus(Meeting.EARLY)))
                .setMissedAt(Wire.timestamp(line.endsAt().plus(Meeting.GRACE)))
                .setBothSidesPresent(line.bothSides())
                .setOnTime(line.onTime());
        if (!line.plannedFor().equals(line.startsAt())) {
            builder.setMovedFrom(Wire.timestamp(line.plannedFor()));
        }
        return builder;
    }

    static dev.drumbeat.proto.cadence.v1.Commitment commitment(
            Meeting meeting, Commitment commitment, LocalDate today) {
        dev.drumbeat.proto.cadence.v1.Commitment.Builder builder = dev.drumbeat.proto.cadence.v1.Commitment.newBuilder()
                .setName(Names.commitment(meeting.partnership(), commitment.id()))
                .setMeeting(meeting.name())
                .setItemId(commitment.item())
                .setText(commitment.text())
                .setOwner(person(commitment.owner()))
                .setDueDate(commitment.due().toString())
                .setState(Enums.encode(commitment.state(), CommitmentState.class))
                .setOverdueDays(commitment.overdueDays(today))
                .setReason(commitment.reason())
                .setTakenBy(Wire.actor(commitment.takenBy()))
                .setTakenAt(Wire.timestamp(commitment.takenAt()))
                .setFirstDueDate(commitment.firstDue().toString())
                .setRevision(commitment.revision());
        if (commitment.state() == Commitment.State.DONE && commitment.closedAt() != null) {
            builder.setDoneAt(Wire.timestamp(commitment.closedAt()));
            if (commitment.closedBy() != null) {
                builder.setDoneBy(Wire.actor(commitment.closedBy()));
            }
        }
        return builder.build();
    }

    static dev.drumbeat.proto.cadence.v1.Minutes minutes(ReadCadence.Seen seen, Minutes minutes) {
        Meeting meeting = seen.meeting().value();
        // Overdue days as they were then, not as they are now.
        dev.drumbeat.proto.cadence.v1.Minutes.Builder builder = dev.drumbeat.proto.cadence.v1.Minutes.newBuilder()
                .setMeeting(whole(seen.scope(), meeting, minutes.commitments(), minutes.frozenAt())
                        .setRevision(seen.meeting().revision()))
                .addAllScorecard(
                        minutes.scorecard().stream().map(MeetingWire::seenKpi).toList())
                .setFrozenAt(Wire.timestamp(minutes.frozenAt()))
                .setFrozenBy(Wire.actor(minutes.frozenBy()))
                .setFingerprint(minutes.fingerprint());
        if (minutes.seenAt() != null) {
            builder.setScorecardSeenAt(Wire.timestamp(minutes.seenAt()));
        }
        return builder.build();
    }

    static CadencePerson person(Participant person) {
        return CadencePerson.newBuilder()
                .setPerson(person.person())
                .setDisplayName(person.displayName())
                .setSide(Wire.side(person.side()))
                .setCompanyDisplayName(person.companyDisplayName())
                .build();
    }

    private static SeenKpi seenKpi(KpiFact kpi) {
        return SeenKpi.newBuilder()
                .setKpi(kpi.kpi())
                .setDisplayName(kpi.displayName())
                .setPeriod(kpi.period())
                .setValue(kpi.value())
                .setTarget(kpi.target())
                .setStatus(kpi.status())
                .setUnit(kpi.unit())
                .setDecimals(kpi.decimals())
                .build();
    }

    private static MissingPart missing(Part part, @Nullable Instant lastKnown) {
        MissingPart.Builder builder = MissingPart.newBuilder().setPart(Enums.encode(part, AgendaPart.class));
        if (lastKnown != null) {
            builder.setLastKnownAt(Wire.timestamp(lastKnown));
        }
        return builder.build();
    }

    private static dev.drumbeat.proto.cadence.v1.Attendance attendance(Attendance attendance) {
        dev.drumbeat.proto.cadence.v1.Attendance.Builder builder = dev.drumbeat.proto.cadence.v1.Attendance.newBuilder()
                .setPerson(person(attendance.person()))
                .setJoinedAt(Wire.timestamp(attendance.joinedAt()))
                .setRecordedBy(Wire.actor(attendance.recordedBy()));
        if (attendance.leftAt() != null) {
            builder.setLeftAt(Wire.timestamp(attendance.leftAt()));
        }
        return builder.build();
    }

    private static dev.drumbeat.proto.cadence.v1.Decision decision(Decision decision) {
        return dev.drumbeat.proto.cadence.v1.Decision.newBuilder()
                .setDecisionId(decision.id())
                .setItemId(decision.item())
                .setWhat(decision.what())
                .setWhy(decision.why())
                .addAllDecidedBy(
                        decision.decidedBy().stream().map(MeetingWire::person).toList())
                .setRecordedBy(Wire.actor(decision.recordedBy()))
                .setRecordedAt(Wire.timestamp(decision.recordedAt()))
                .setRevision(decision.revision())
                .build();
    }

    private static dev.drumbeat.proto.cadence.v1.AgendaItem item(AgendaItem item, LocalDate today) {
        dev.drumbeat.proto.cadence.v1.AgendaItem.Builder builder = dev.drumbeat.proto.cadence.v1.AgendaItem.newBuilder()
                .setItemId(item.id())
                .setKind(Enums.encode(item.kind(), ItemKind.class))
                .setSubject(item.subject())
                .setTitle(item.title())
                .setFacts(facts(item.facts(), today))
                .setState(Enums.encode(item.state(), ItemState.class))
                .setReason(item.reason())
                .setNote(item.note())
                .setPlannedSeconds(item.plannedSeconds())
                .setSpentSeconds(item.spentSeconds())
                .setCarriedOver(item.carriedOver())
                .setLive(item.live())
                .setRevision(item.revision());
        if (item.addedBy() != null) {
            builder.setAddedBy(Wire.actor(item.addedBy()));
        }
        return builder.build();
    }

    private static AgendaFacts facts(Facts facts, LocalDate today) {
        AgendaFacts.Builder builder = AgendaFacts.newBuilder()
                .setKpi(facts.kpi())
                .setAction(facts.action())
                .setActionNumber(facts.actionNumber())
                .setPeriod(facts.period())
                .setValue(facts.value())
                .setTarget(facts.target())
                .setSincePeriod(facts.sincePeriod())
                .setWaiting(facts.waiting())
                .setDecimals(facts.decimals())
                .setUnit(facts.unit());
        if (facts.due() != null) {
            builder.setDueDate(facts.due().toString())
                    .setOverdueDays((int) Math.max(0, ChronoUnit.DAYS.between(facts.due(), today)));
        }
        if (facts.owner() != null) {
            builder.setOwner(person(facts.owner()));
        }
        if (facts.unownedSince() != null) {
            builder.setUnownedSince(Wire.timestamp(facts.unownedSince()));
        }
        return builder.build();
    }

    /** How far a range may go. */
    static boolean isLongerThan(Instant from, Instant to, Duration limit) {
        return Duration.between(from, to).compareTo(limit) > 0;
    }
}
