package dev.drumbeat.kpis;

import dev.drumbeat.kpis.Definition.Debounce;
import dev.drumbeat.platform.calendar.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stretches of red in a run of judged periods. Periods without a judgement (missing, no activity, no target) are not
 * in the run: they neither open a stretch, nor end one, nor break a count.
 */
final class RedReplay {

    /**
     * One judged period.
     *
     * @param bound what the figure should have kept
     */
    record Judged(Period period, Band band, BigDecimal value, BigDecimal bound) {}

    /** A stretch that lasted long enough to be an episode. */
    record Stretch(Period first, RedEpisode.Extent extent, Phase phase) {}

    enum Phase {
        RUNNING,
        OVER
    }

    private final Function<Period, Debounce> debounce;
    private final List<Stretch> stretches = new ArrayList<>();

    private @Nullable Period first;
    private @Nullable Judged lastRed;
    private int redPeriods;
    private int redsInARow;
    private int clearInARow;
    private boolean opened;

    private RedReplay(Function<Period, Debounce> debounce) {
        this.debounce = debounce;
    }

    /**
     * @param run oldest first
     * @param debounce what was agreed for a period
     * @return oldest first; only the last one may still be running
     */
    static List<Stretch> stretches(List<Judged> run, Function<Period, Debounce> debounce) {
        RedReplay replay = new RedReplay(debounce);
        for (Judged judged : run) {
            if (judged.band() == Band.RED) {
                replay.red(judged);
            } else {
                replay.notRed(judged);
            }
        }
        replay.close(Phase.RUNNING);
        return List.copyOf(replay.stretches);
    }

    private void red(Judged judged) {
        if (first == null) {
            first = judged.period();
        }
        lastRed = judged;
        redPeriods++;
        redsInARow++;
        clearInARow = 0;
        if (redsInARow >= debounce.apply(judged.period()).redAfter()) {
            opened = true;
        }
    }

    private void notRed(Judged judged) {
        redsInARow = 0;
        clearInARow++;
        // Before it is an episode, one period that is not red is enough to start counting again.
        if (!opened || clearInARow >= debounce.apply(judged.period()).clearAfter()) {
            close(Phase.OVER);
        }
    }

    private void close(Phase phase) {
        if (opened && first != null && lastRed != null) {
            stretches.add(new Stretch(
                    first,
                    new RedEpisode.Extent(lastRed.period(), redPeriods, lastRed.value(), lastRed.bound()),
                    phase));
        }
        first = null;
        lastRed = null;
        redPeriods = 0;
        redsInARow = 0;
        clearInARow = 0;
        opened = false;
    }
}
