package dev.drumbeat.kpis.grpc;

import dev.drumbeat.kpis.process.House;
import dev.drumbeat.proto.kpis.v1.Aggregation;
import dev.drumbeat.proto.kpis.v1.CreateKpiRequest;
import dev.drumbeat.proto.kpis.v1.DecideTargetRequest;
import dev.drumbeat.proto.kpis.v1.Decision;
import dev.drumbeat.proto.kpis.v1.Direction;
import dev.drumbeat.proto.kpis.v1.Figure;
import dev.drumbeat.proto.kpis.v1.Fraction;
import dev.drumbeat.proto.kpis.v1.Frequency;
import dev.drumbeat.proto.kpis.v1.GetScorecardRequest;
import dev.drumbeat.proto.kpis.v1.Kpi;
import dev.drumbeat.proto.kpis.v1.KpiRole;
import dev.drumbeat.proto.kpis.v1.KpiStanding;
import dev.drumbeat.proto.kpis.v1.MeasureType;
import dev.drumbeat.proto.kpis.v1.NewMeasurement;
import dev.drumbeat.proto.kpis.v1.ProposeTargetRequest;
import dev.drumbeat.proto.kpis.v1.RecordMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.RecordMeasurementsResponse;
import dev.drumbeat.proto.kpis.v1.Scorecard;
import dev.drumbeat.proto.kpis.v1.Target;
import dev.drumbeat.proto.kpis.v1.TargetBounds;
import dev.drumbeat.proto.kpis.v1.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the people of one partnership do, in the words of the contract. */
final class Partnership {
    final House house;
    final String id;

    Partnership(House house, String id, String timeZone) {
        this.house = house;
        this.id = id;
        house.directory.staffed(id, timeZone, "USD");
    }

    String name() {
        return "partnerships/" + id;
    }

    String kpi(String kpi) {
        return name() + "/kpis/" + kpi;
    }

    /** {@code people/{id}-owner-ops} and so on. */
    String person(String seat) {
        return "people/" + id + "-" + seat;
    }

    static String fresh() {
        return UUID.randomUUID().toString();
    }

    static Kpi.Builder monthlyRatio(String displayName, KpiRole role) {
        return Kpi.newBuilder()
                .setDisplayName(displayName)
                .setUnit(Unit.UNIT_PERCENT)
                .setDecimals(1)
                .setRole(role)
                .setMeasureType(MeasureType.MEASURE_TYPE_OUTPUT)
                .setDirection(Direction.DIRECTION_HIGHER_IS_BETTER)
                .setFrequency(Frequency.FREQUENCY_MONTHLY)
                .setAggregation(Aggregation.AGGREGATION_RATIO)
                .setGraceDays(5);
    }

    Kpi create(String kpiId, Kpi.Builder kpi) {
        return house.as(person("owner-ops"))
                .createKpi(CreateKpiRequest.newBuilder()
                        .setPartnership(name())
                        .setKpiId(kpiId)
                        .setKpi(kpi)
                        .setRequestId(fresh())
                        .build());
    }

    /** A goal and three drivers, monthly, percent. */
    void published() {
        create("otd", monthlyRatio("On-time delivery", KpiRole.KPI_ROLE_GOAL));
        for (String driver : List.of("yield", "complete", "training")) {
            create(driver, monthlyRatio("Driver " + driver, KpiRole.KPI_ROLE_DRIVER));
        }
    }

    Target target(String kpi, String from, String value, String redLimit) {
        Target proposed = house.as(person("owner-ops"))
                .proposeTarget(ProposeTargetRequest.newBuilder()
                        .setKpi(kpi(kpi))
                        .setFromPeriod(from)
                        .setBounds(TargetBounds.newBuilder().setValue(value).setRedLimit(redLimit))
                        .setReason("agreed in the yearly review")
                        .setRequestId(fresh())
                        .build());
        return house.as(person("partner-leader"))
                .decideTarget(DecideTargetRequest.newBuilder()
                        .setName(proposed.getName())
                        .setDecision(Decision.DECISION_ACCEPT)
                        .setRequestId(fresh())
                        .build());
    }

    static Figure ratio(String numerator, String denominator) {
        return Figure.newBuilder()
                .setFraction(Fraction.newBuilder().setNumerator(numerator).setDenominator(denominator))
                .build();
    }

    static Figure value(String value) {
        return Figure.newBuilder().setValue(value).build();
    }

    NewMeasurement measurement(String kpi, String period, Figure figure) {
        return NewMeasurement.newBuilder()
                .setKpi(kpi(kpi))
                .setPeriod(period)
                .setFigure(figure)
                .build();
    }

    RecordMeasurementsRequest batch(NewMeasurement... measurements) {
        return RecordMeasurementsRequest.newBuilder()
                .setPartnership(name())
                .addAllMeasurements(List.of(measurements))
                .setRequestId(fresh())
                .build();
    }

    RecordMeasurementsResponse record(String kpi, String period, Figure figure) {
        return house.as(person("partner-ops")).recordMeasurements(batch(measurement(kpi, period, figure)));
    }

    /** So many of a hundred, one for each month from the first on. */
    void months(String kpi, String first, int... ofHundred) {
        List<NewMeasurement> measurements = new ArrayList<>();
        java.time.YearMonth month = java.time.YearMonth.parse(first);
        for (int figure : ofHundred) {
            measurements.add(measurement(kpi, month.toString(), ratio(Integer.toString(figure), "100")));
            month = month.plusMonths(1);
        }
        house.as(person("partner-ops")).recordMeasurements(batch(measurements.toArray(NewMeasurement[]::new)));
    }

    Scorecard scorecard() {
        return house.as(person("owner-viewer"))
                .getScorecard(
                        GetScorecardRequest.newBuilder().setPartnership(name()).build());
    }

    KpiStanding standing(String kpi) {
        return scorecard().getStandingsList().stream()
                .filter(standing -> standing.getKpi().getName().equals(kpi(kpi)))
                .findFirst()
                .orElseThrow();
    }
}
