package dev.drumbeat.cadence;

import dev.drumbeat.platform.domain.Aggregates;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Where series are kept. */
public interface SeriesStore extends Aggregates<Series> {
    /** The id under which a series is kept. */
    static String key(String partnership, String series) {
        return partnership + "|" + series;
    }

    /** Of one partnership, the default ones first, then by age. */
    List<Versioned<Series>> of(Scope scope);

    /** Of many partnerships. */
    List<Series> of(Collection<Scope> scopes);

    /** Those with a planned meeting that could be missed by now and was not judged. */
    List<Versioned<Series>> dueForJudging(Instant now, int atMost);

    /** Partnerships whose series changed since, with the moment; oldest change first. */
    List<Changed> changedAfter(Instant moment, int atMost);
}
