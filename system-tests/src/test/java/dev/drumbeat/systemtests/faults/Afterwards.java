package dev.drumbeat.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.proto.kpis.v1.GetKpiDetailRequest;
import dev.drumbeat.proto.kpis.v1.KpiStanding;
import dev.drumbeat.proto.kpis.v1.ListMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.ListMeasurementsResponse;
import dev.drumbeat.proto.kpis.v1.Measurement;
import dev.drumbeat.systemtests.api.Services;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** What must be found once the dust has settled. */
record Afterwards(Services services, String partnership) {
    private static final int PAGE = 100;

    void holds(FigureWriter writer) {
        String kpi = "partnerships/" + partnership + "/kpis/" + writer.kpi();
        Map<String, BigDecimal> found = new HashMap<>();
        for (Measurement measurement : everything(kpi)) {
            assertThat(measurement.getRevision()).as(measurement.getName()).isEqualTo(1);
            BigDecimal former = found.put(measurement.getPeriod(), new BigDecimal(measurement.getValue()));
            assertThat(former)
                    .as("a second figure for %s", measurement.getName())
                    .isNull();
        }
        writer.confirmed()
                .forEach((period, value) ->
                        assertThat(found.get(period)).as("%s %s", kpi, period).isEqualByComparingTo(value));
        found.forEach((period, value) -> assertThat(value)
                .as("%s %s", kpi, period)
                .isEqualByComparingTo(writer.attempted().get(period)));
        standingFollows(kpi, found);
    }

    /** The page's own figure, which a kill between two writes may have left behind, heals by itself. */
    private void standingFollows(String kpi, Map<String, BigDecimal> found) {
        String newest = found.keySet().stream().max(String::compareTo).orElseThrow();
        Awaitility.await("the page shows the newest figure of " + kpi)
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> {
                    KpiStanding standing = services.kpis()
                            .getKpiDetail(GetKpiDetailRequest.newBuilder()
                                    .setName(kpi)
                                    .setPeriods(13)
                                    .build())
                            .getStanding();
                    assertThat(standing.getPeriod()).isEqualTo(newest);
                    assertThat(new BigDecimal(standing.getValue())).isEqualByComparingTo(found.get(newest));
                });
    }

    private List<Measurement> everything(String kpi) {
        List<Measurement> all = new ArrayList<>();
        String token = "";
        do {
            ListMeasurementsResponse page = services.kpis()
                    .listMeasurements(ListMeasurementsRequest.newBuilder()
                            .setParent(kpi)
                            .setPageSize(PAGE)
                            .setPageToken(token)
                            .build());
            all.addAll(page.getMeasurementsList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return all;
    }
}
