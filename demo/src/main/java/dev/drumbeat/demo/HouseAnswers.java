package dev.drumbeat.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.demo.api.ApiException;
import dev.drumbeat.demo.api.ApiSession;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a house answers about each KPI, asked once. */
final class HouseAnswers {
    private static final int ALL_PERIODS = 156;
    private static final String KPI_IN_FULL = """
            query KpiInFull($partnership: String!, $kpi: String!, $periods: Int!) {
              partnership(slug: $partnership) {
                dataNotice
                kpi(slug: $kpi, periods: $periods) {
                  measurements { period value numerator denominator noActivity current status }
                  targets { fromPeriod state }
                  corrections { period state }
                  notes { kind }
                }
              }
            }
            """;

    private final ApiSession session;
    private final Map<String, JsonNode> known = new HashMap<>();

    HouseAnswers(ApiSession session) {
        this.session = session;
    }

    JsonNode partnership(String slug, String kpi) {
        return known.computeIfAbsent(
                slug + "/" + kpi,
                ignored -> session.query(KPI_IN_FULL, Map.of("partnership", slug, "kpi", kpi, "periods", ALL_PERIODS))
                        .path("partnership"));
    }

    /** By period. */
    Map<String, JsonNode> currentFigures(String slug, String kpi) {
        Map<String, JsonNode> figures = new HashMap<>();
        for (JsonNode figure : partnership(slug, kpi).path("kpi").path("measurements")) {
            String period = figure.path("period").asText();
            if (figure.path("current").asBoolean() && figures.put(period, figure) != null) {
                throw new ApiException(slug + " " + kpi + " " + period + " has two current figures");
            }
        }
        return figures;
    }

    static BigDecimal decimal(@Nullable JsonNode figure, String field) {
        if (figure == null || !figure.hasNonNull(field)) {
            throw new ApiException("There is no " + field + " in " + figure);
        }
        return new BigDecimal(figure.path(field).asText());
    }
}
