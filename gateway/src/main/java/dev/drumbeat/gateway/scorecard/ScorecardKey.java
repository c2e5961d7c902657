package dev.drumbeat.gateway.scorecard;

import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.proto.kpis.v1.GetScorecardRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page that is wanted.
 *
 * @param partnership its name
 * @param asOf the moment shown; null for now
 * @param periods per series
 */
public record ScorecardKey(String partnership, @Nullable Instant asOf, int periods) {
    GetScorecardRequest question() {
        GetScorecardRequest.Builder question =
                GetScorecardRequest.newBuilder().setPartnership(partnership).setPeriods(periods);
        if (asOf != null) {
            question.setAsOf(Wire.timestamp(asOf));
        }
        return question.build();
    }
}
