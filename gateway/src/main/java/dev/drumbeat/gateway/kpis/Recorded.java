package dev.drumbeat.gateway.kpis;

import dev.drumbeat.gateway.graphql.UserError;
import dev.drumbeat.proto.kpis.v1.Measurement;
import java.util.List;

/** What became of figures that were to be recorded. */
record Recorded(List<Measurement> measurements, int recordedCount, int unchangedCount, List<UserError> userErrors) {
    static Recorded refused(List<UserError> errors) {
        return new Recorded(List.of(), 0, 0, errors);
    }
}
