package dev.drumbeat.actions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the data say of an action whose steps are done. */
public final class Verification {
    private Verification() {}

    /**
     * The latest unbroken run of periods not red, among those that start after the steps were done, as far as it is needed; empty
     * while none of these periods can be judged. Periods without a figure neither pass nor break it.
     */
    public static Optional<List<String>> passed(CorrectiveAction action, List<Scores.Judgement> periods) {
        Optional<Instant> implementedAt = action.standing().implementedAt();
        if (implementedAt.isEmpty()) {
            return Optional.empty();
        }
        boolean judged = false;
        List<String> run = new ArrayList<>();
        for (Scores.Judgement period : periods) {
            if (period.start().atStartOfDay(action.zone()).toInstant().isBefore(implementedAt.get())) {
                continue;
            }
            judged = true;
            if (period.red()) {
                run.clear();
            } else {
                run.add(period.period());
            }
        }
        // Those that earned it, and no more: a long wait for the acceptance adds nothing.
        int needed = Math.min(run.size(), action.verifyPeriods());
        return judged ? Optional.of(List.copyOf(run.subList(0, needed))) : Optional.empty();
    }
}
