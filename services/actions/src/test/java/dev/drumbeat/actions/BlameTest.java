package dev.drumbeat.actions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chain of whys that ends at a person has ended too early, in both languages of the page. */
final class BlameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "operator error",
                "Operator error.",
                "OPERATOR  ERROR",
                "Operator's mistake",
                "It was an operator-error on the night shift",
                "Human error",
                "human failure",
                "human factor",
                "Error by the operator",
                "mistake of an employee",
                "worker negligence",
                "User error during data entry",
                "Carelessness",
                "The picker was careless",
                "Inattention",
                "lack of attention",
                "Lack of discipline in the warehouse",
                "They were not paying attention",
                "The driver forgot the papers",
                "Staff did not follow the procedure",
                "The inspector overlooked it",
                "Menschliches Versagen",
                "menschlicher Fehler",
                "Bedienfehler",
                "Bedienerfehler in der Nachtschicht",
                "Bedienungsfehler",
                "Fehler des Bedieners",
                "Mitarbeiterfehler",
                "Unachtsamkeit",
                "Nachlässigkeit beim Verpacken",
                "Flüchtigkeitsfehler",
                "mangelnde Sorgfalt",
                "Der Fahrer hat die Papiere vergessen"
            })
    void who_is_blamed_is_no_root_cause(String why) {
        assertThat(Blame.isIn(why)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The gate slot was sold to another carrier.",
                "No check catches a keying error of the operator before printing.",
                "The fixture allows operator error: the part fits both ways.",
                "Nothing protects against human error when labels are switched.",
                "The measuring error of the gauge is larger than the tolerance.",
                "Die Vorrichtung lässt Bedienfehler zu, weil nichts sie verhindert.",
                "Keine Prüfung erkennt einen Bedienfehler.",
                "Der Liefertermin wird nirgends festgehalten.",
                "The operator panel freezes above 40 degrees."
            })
    void what_can_be_changed_is_one(String why) {
        assertThat(Blame.isIn(why)).isFalse();
    }
}
