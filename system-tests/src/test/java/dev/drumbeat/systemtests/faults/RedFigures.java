package dev.drumbeat.systemtests.faults;

import dev.drumbeat.proto.kpis.v1.CreateKpiRequest;
import dev.drumbeat.proto.kpis.v1.DecideCorrectionRequest;
import dev.drumbeat.proto.kpis.v1.DecideTargetRequest;
import dev.drumbeat.proto.kpis.v1.Decision;
import dev.drumbeat.proto.kpis.v1.Direction;
import dev.drumbeat.proto.kpis.v1.Figure;
import dev.drumbeat.proto.kpis.v1.Frequency;
import dev.drumbeat.proto.kpis.v1.Kpi;
import dev.drumbeat.proto.kpis.v1.KpiRole;
import dev.drumbeat.proto.kpis.v1.MeasureType;
import dev.drumbeat.proto.kpis.v1.NewMeasurement;
import dev.drumbeat.proto.kpis.v1.ProposeCorrectionRequest;
import dev.drumbeat.proto.kpis.v1.ProposeTargetRequest;
import dev.drumbeat.proto.kpis.v1.RecordMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.TargetBounds;
import dev.drumbeat.proto.kpis.v1.Unit;
import dev.drumbeat.systemtests.api.Services;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Daily KPIs that turn red and green again, one day after another; what is not confirmed is sent again. */
final class RedFigures {
    private static final LocalDate FIRST_DAY = LocalDate.parse("2020-01-01");
    private static final String GOOD = "100";
    private static final String BAD = "0";

    private final Services owner;
    private final Services partner;
    private final String partnership;
    private final Map<Integer, Integer> days = new HashMap<>();
    private final Set<Integer> correctable = new HashSet<>();

    /** @param owner in the name of an OPS; {@code partner} in that of the other side's LEADER */
    RedFigures(Services owner, Services partner, String partnership) {
        this.owner = owner;
        this.partner = partner;
        this.partnership = partnership;
    }

    void create(int number) {
        owner.kpis()
                .createKpi(CreateKpiRequest.newBuilder()
                        .setPartnership(partnership)
                        .setKpiId("red-" + number)
                        .setKpi(Kpi.newBuilder()
                                .setDisplayName("Red figures " + number)
                                .setUnit(Unit.UNIT_COUNT)
                                .setRole(KpiRole.KPI_ROLE_WATCH)
                                .setMeasureType(MeasureType.MEASURE_TYPE_OUTPUT)
                                .setDirection(Direction.DIRECTION_HIGHER_IS_BETTER)
                                .setFrequency(Frequency.FREQUENCY_DAILY)
                                .setAggregation(dev.drumbeat.proto.kpis.v1.Aggregation.AGGREGATION_MEAN)
                                .setGraceDays(92)
                                .setPosition(number))
                        .setRequestId(fresh())
                        .build());
        String target = owner.kpis()
                .proposeTarget(ProposeTargetRequest.newBuilder()
                        .setKpi(kpi(number))
                        .setFromPeriod(FIRST_DAY.toString())
                        .setBounds(TargetBounds.newBuilder().setValue("90").setRedLimit("50"))
                        .setReason("agreed for the test")
                        .setRequestId(fresh())
                        .build())
                .getName();
        partner.kpis()
                .decideTarget(DecideTargetRequest.newBuilder()
                        .setName(target)
                        .setDecision(Decision.DECISION_ACCEPT)
                        .setRequestId(fresh())
                        .build());
    }

    String kpi(int number) {
        return partnership + "/kpis/red-" + number;
    }

    /** One more day of several KPIs, in one batch that can be sent again. */
    RecordMeasurementsRequest nextDay(Map<Integer, Boolean> redByNumber) {
        List<NewMeasurement> measurements = new ArrayList<>();
        correctable.addAll(redByNumber.keySet());
        redByNumber.forEach((number, red) -> measurements.add(NewMeasurement.newBuilder()
                .setKpi(kpi(number))
                .setPeriod(day(days.merge(number, 1, Integer::sum)))
                .setFigure(Figure.newBuilder().setValue(red ? BAD : GOOD))
                .build()));
        return RecordMeasurementsRequest.newBuilder()
                .setPartnership(partnership)
                .addAllMeasurements(measurements)
                .setRequestId(fresh())
                .build();
    }

    void record(RecordMeasurementsRequest request) {
        Patience.until("figures are confirmed", () -> owner.kpis().recordMeasurements(request));
    }

    /** Says that the newest figure of a KPI was wrong and good in truth, once; does nothing while it has none. */
    void correctNewest(int number) {
        if (!correctable.remove(number)) {
            return;
        }
        ProposeCorrectionRequest proposal = ProposeCorrectionRequest.newBuilder()
                .setKpi(kpi(number))
                .setPeriod(day(days.getOrDefault(number, 0)))
                .setSupersedesRevision(1)
                .setFigure(Figure.newBuilder().setValue(GOOD + ".5"))
                .setReason("counted again")
                .setRequestId(fresh())
                .build();
        String correction = Patience.until(
                        "a correction is proposed", () -> owner.kpis().proposeCorrection(proposal))
                .getName();
        DecideCorrectionRequest approval = DecideCorrectionRequest.newBuilder()
                .setName(correction)
                .setDecision(Decision.DECISION_ACCEPT)
                .setRequestId(fresh())
                .build();
        Patience.until("a correction is approved", () -> partner.kpis().decideCorrection(approval));
    }

    private static String day(int number) {
        return FIRST_DAY.plusDays(number).toString();
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
