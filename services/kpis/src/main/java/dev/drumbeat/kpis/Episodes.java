package dev.drumbeat.kpis;

import dev.drumbeat.kpis.RedEpisode.Change;
import dev.drumbeat.kpis.RedEpisode.State;
import dev.drumbeat.kpis.RedReplay.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings the recorded episodes of one KPI in line with the stretches of red that its facts now show. */
final class Episodes {
    private final String partnership;
    private final String kpi;
    private final RedEpisode.Label label;
    private final Instant at;

    Episodes(String partnership, Kpi kpi, Instant at) {
        this.partnership = partnership;
        this.kpi = kpi.id();
        this.label = RedEpisode.Label.of(kpi.definition());
        this.at = at;
    }

    /** The episodes that are new or have changed. One that the facts no longer show is voided, never deleted. */
    List<RedEpisode> changed(Collection<RedEpisode> recorded, List<Stretch> stretches) {
        Map<String, RedEpisode> unseen = new HashMap<>();
        recorded.forEach(episode -> unseen.put(episode.id(), episode));
        List<RedEpisode> changed = new ArrayList<>();
        for (Stretch stretch : stretches) {
            Change change = new Change(
                    at,
                    switch (stretch.phase()) {
                        case RUNNING -> State.OPEN;
                        case OVER -> State.ENDED;
                    },
                    stretch.extent());
            RedEpisode known = unseen.remove(kpi + "@" + stretch.first().name());
            if (known == null) {
                changed.add(new RedEpisode(partnership, kpi, label, stretch.first(), at, List.of(change)));
            } else if (isNews(known, change)) {
                changed.add(known.changed(label, change));
            }
        }
        for (RedEpisode gone : unseen.values()) {
            if (gone.state() != State.VOIDED) {
                changed.add(gone.changed(label, new Change(at, State.VOIDED, gone.extent())));
            }
        }
        return changed;
    }

    private boolean isNews(RedEpisode known, Change change) {
        return known.state() != change.state()
                || !known.extent().equals(change.extent())
                || (known.open() && !known.label().equals(label));
    }
}
