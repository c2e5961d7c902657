package dev.drumbeat.gateway.house;

import static dev.drumbeat.gateway.house.FakePartners.timestamp;

import dev.drumbeat.proto.common.v1.Actor;
import dev.drumbeat.proto.common.v1.Side;
import dev.drumbeat.proto.kpis.v1.Correction;
import dev.drumbeat.proto.kpis.v1.CorrectionState;
import dev.drumbeat.proto.kpis.v1.Direction;
import dev.drumbeat.proto.kpis.v1.EpisodeState;
import dev.drumbeat.proto.kpis.v1.Frequency;
import dev.drumbeat.proto.kpis.v1.Kpi;
import dev.drumbeat.proto.kpis.v1.KpiRole;
import dev.drumbeat.proto.kpis.v1.KpiStanding;
import dev.drumbeat.proto.kpis.v1.MeasureType;
import dev.drumbeat.proto.kpis.v1.Measurement;
import dev.drumbeat.proto.kpis.v1.Note;
import dev.drumbeat.proto.kpis.v1.NoteAudience;
import dev.drumbeat.proto.kpis.v1.NoteKind;
import dev.drumbeat.proto.kpis.v1.Origin;
import dev.drumbeat.proto.kpis.v1.RedEpisode;
import dev.drumbeat.proto.kpis.v1.RuleSet;
import dev.drumbeat.proto.kpis.v1.Series;
import dev.drumbeat.proto.kpis.v1.Status;
import dev.drumbeat.proto.kpis.v1.Target;
import dev.drumbeat.proto.kpis.v1.TargetBounds;
import dev.drumbeat.proto.kpis.v1.TargetState;
import dev.drumbeat.proto.kpis.v1.Unit;
import java.util.List;

/** What every partnership of {@link FakeKpis} measures, aims at and says. */
final class KpiPapers {
    static final List<String> SLUGS =
            List.of("on-time-delivery", "days-late", "expedite-share", "lead-time", "freight-burden", "training");
    static final Actor ANA = Actor.newBuilder()
            .setSubject("people/ana")
            .setDisplayName("ana")
            .setCompany("companies/acme")
            .setSide(Side.SIDE_OWNER)
            .build();

    private KpiPapers() {}

    static Target target(String kpi) {
        return Target.newBuilder()
                .setName(kpi + "/targets/g1")
                .setFromPeriod("2027-01")
                .setBounds(TargetBounds.newBuilder().setValue("96").setRedLimit("92"))
                .setReason("Agreed in the review")
                .setState(TargetState.TARGET_STATE_PROPOSED)
                .setProposedBy(ANA)
                .setProposedAt(timestamp("2026-11-01T08:00:00Z"))
                .build();
    }

    static Correction correction(String kpi) {
        return Correction.newBuilder()
                .setName(kpi + "/corrections/c1")
                .setPeriod("2026-10")
                .setSupersedesRevision(1)
                .setValue("91")
                .setReason("Counted twice")
                .setState(CorrectionState.CORRECTION_STATE_PROPOSED)
                .setProposedBy(ANA)
                .setProposedAt(timestamp("2026-11-01T08:00:00Z"))
                .build();
    }

    static Note note(String kpi) {
        return Note.newBuilder()
                .setName(kpi + "/notes/n1")
                .setKind(NoteKind.NOTE_KIND_COMMENT)
                .setAudience(NoteAudience.NOTE_AUDIENCE_BOTH)
                .setText("Harbour strike")
                .setAuthor(ANA)
                .setWrittenAt(timestamp("2026-11-01T08:00:00Z"))
                .build();
    }

    static KpiStanding standing(String partnership, String slug, int periods) {
        Series.Builder series = Series.newBuilder();
        for (int i = 0; i < periods; i++) {
            series.addPeriods("%d-%02d".formatted(2025 + i / 12, 1 + i % 12))
                    .addValues(i == 1 ? "" : "90." + i)
                    .addStatuses(i == 1 ? Status.STATUS_NO_DATA : Status.STATUS_RED)
                    .addTargets("95")
                    .addRedLimits("91");
        }
        return KpiStanding.newBuilder()
                .setKpi(kpi(partnership, slug))
                .setStatus(Status.STATUS_RED)
                .setPeriod("2026-10")
                .setValue("90.35")
                .setChange("-1.2")
                .setTarget(TargetBounds.newBuilder().setValue("95").setRedLimit("91"))
                .setLastDataAt(timestamp("2026-11-01T08:00:00Z"))
                .setSeries(series)
                .setOpenEpisode(episode(partnership, slug))
                .build();
    }

    static Kpi kpi(String partnership, String slug) {
        KpiRole role = slug.equals(SLUGS.getFirst())
                ? KpiRole.KPI_ROLE_GOAL
                : slug.equals(SLUGS.getLast()) ? KpiRole.KPI_ROLE_WATCH : KpiRole.KPI_ROLE_DRIVER;
        return Kpi.newBuilder()
                .setName(partnership + "/kpis/" + slug)
                .setDisplayName(slug)
                .setUnit(Unit.UNIT_PERCENT)
                .setDecimals(1)
                .setRole(role)
                .setMeasureType(MeasureType.MEASURE_TYPE_OUTPUT)
                .setDirection(Direction.DIRECTION_HIGHER_IS_BETTER)
                .setFrequency(Frequency.FREQUENCY_MONTHLY)
                .setAggregation(dev.drumbeat.proto.kpis.v1.Aggregation.AGGREGATION_RATIO)
                .setRuleSet(RuleSet.RULE_SET_NHS)
                .setRevision(3)
                .build();
    }

    static RedEpisode episode(String partnership, String slug) {
        return RedEpisode.newBuilder()
                .setName(partnership + "/redEpisodes/" + slug + "@2026-09")
                .setKpi(partnership + "/kpis/" + slug)
                .setKpiDisplayName(slug)
                .setState(EpisodeState.EPISODE_STATE_OPEN)
                .setFirstPeriod("2026-09")
                .setLastRedPeriod("2026-10")
                .setRedPeriods(2)
                .setOpenedAt(timestamp("2026-10-02T08:00:00Z"))
                .build();
    }

    static Measurement measurement(String kpi, String period) {
        return Measurement.newBuilder()
                .setName(kpi + "/measurements/" + period + "@1")
                .setPeriod(period)
                .setRevision(1)
                .setValue("90.35")
                .setStatus(Status.STATUS_RED)
                .setRecordedBy(Actor.newBuilder().setSubject("people/ana").setDisplayName("ana"))
                .setRecordedAt(timestamp("2026-11-01T08:00:00Z"))
                .setOrigin(Origin.ORIGIN_BY_HAND)
                .setCurrent(true)
                .build();
    }
}
