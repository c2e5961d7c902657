package dev.drumbeat.cadence.grpc;

import dev.drumbeat.cadence.Health;
import dev.drumbeat.cadence.ReadCadence;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.proto.cadence.v1.CadenceHealth;
import dev.drumbeat.proto.cadence.v1.DotOutcome;
import dev.drumbeat.proto.cadence.v1.HealthDot;
import dev.drumbeat.proto.cadence.v1.ListMyWeekResponse;
import dev.drumbeat.proto.cadence.v1.PartnershipCadence;
import dev.drumbeat.proto.cadence.v1.StarvingReason;
import java.time.Instant;

/** Health, next meetings and the week of a person. */
final class CadenceWire {
    private CadenceWire() {}

    static PartnershipCadence cadence(ReadCadence.Cadence cadence) {
        PartnershipCadence.Builder builder = PartnershipCadence.newBuilder()
                .setPartnership(cadence.scope().partnership())
                .setHealth(health(cadence.health()))
                .setOpenCommitments(cadence.openCommitments())
                .setOverdueCommitments(cadence.overdueCommitments());
        cadence.next().ifPresent(next -> builder.setNextMeeting(MeetingWire.line(next)));
        return builder.build();
    }

    static ListMyWeekResponse week(ReadCadence.Week week, Instant now) {
        ListMyWeekResponse.Builder builder = ListMyWeekResponse.newBuilder();
        week.meetings().forEach(located -> builder.addMeetings(MeetingWire.line(located.meeting())));
        week.commitments()
                .forEach(promised -> builder.addCommitments(MeetingWire.commitment(
                        promised.meeting(),
                        promised.commitment(),
                        now.atZone(promised.scope().facts().timeZone()).toLocalDate())));
        return builder.build();
    }

    private static CadenceHealth health(Health health) {
        return CadenceHealth.newBuilder()
                .addAllDots(health.dots().stream()
                        .map(dot -> HealthDot.newBuilder()
                                .setWeek(dot.week())
                                .setOutcome(Enums.encode(dot.outcome(), DotOutcome.class))
                                .setPlanned(dot.planned())
                                .setHeld(dot.held())
                                .build())
                        .toList())
                .setPlanned(health.planned())
                .setHeld(health.held())
                .setOneSided(health.oneSided())
                .setMissed(health.missed())
                .setOnTime(health.onTime())
                .setCommitmentsDue(health.commitmentsDue())
                .setCommitmentsKept(health.commitmentsKept())
                .setStarving(health.starving().isPresent())
                .setStarvingReason(health.starving()
                        .map(reason -> Enums.encode(reason, StarvingReason.class))
                        .orElse(StarvingReason.STARVING_REASON_UNSPECIFIED))
                .build();
    }
}
