package dev.drumbeat.cadence.agenda;

import dev.drumbeat.cadence.Participant;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the data say about an item, as last seen. Texts are empty where they do not apply.
 *
 * @param red whether there is an open red behind it
 */
public record Facts(
        boolean red,
        String kpi,
        String action,
        int actionNumber,
        String period,
        String value,
        String target,
        String sincePeriod,
        @Nullable LocalDate due,
        @Nullable Participant owner,
        @Nullable Instant unownedSince,
        int waiting,
        int decimals,
        String unit) {
    public static Facts none() {
        return new Facts(false, "", "", 0, "", "", "", "", null, null, null, 0, 0, "");
    }

    static Facts of(KpiFact kpi, String sincePeriod) {
        return new Facts(
                kpi.isRed(),
                kpi.kpi(),
                "",
                0,
                kpi.period(),
                kpi.value(),
                kpi.target(),
                sincePeriod,
                null,
                null,
                kpi.redOpenedAt(),
                kpi.waiting(),
                kpi.decimals(),
                kpi.unit());
    }

    Facts with(ActionFact about) {
        return new Facts(
                red,
                kpi.isEmpty() ? about.kpi() : kpi,
                about.action(),
                about.number(),
                period,
                value,
                target,
                sincePeriod,
                about.due(),
                about.owner(),
                about.unownedSince(),
                waiting,
                decimals,
                unit);
    }

    /** Since when it is unowned says nothing once somebody owns it, or as long as nobody can be asked. */
    Facts withoutUnownedSince() {
        return new Facts(
                red,
                kpi,
                action,
                actionNumber,
                period,
                value,
                target,
                sincePeriod,
                due,
                owner,
                null,
                waiting,
                decimals,
                unit);
    }

    Facts withKpiOf(Facts known) {
        return new Facts(
                known.red,
                known.kpi,
                action,
                actionNumber,
                known.period,
                known.value,
                known.target,
                known.sincePeriod,
                due,
                owner,
                unownedSince,
                known.waiting,
                known.decimals,
                known.unit);
    }

    public static Facts commitment(LocalDate due, Participant owner) {
        return new Facts(false, "", "", 0, "", "", "", "", due, owner, null, 0, 0, "");
    }
}
