package dev.drumbeat.kpis;

import dev.drumbeat.platform.domain.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Makes a figure out of texts, or says what is wrong with them. */
final class FigureIntake {
    private final List<Violation> violations;

    /** @param violations what is wrong is added to */
    FigureIntake(List<Violation> violations) {
        this.violations = violations;
    }

    /** Empty when something is wrong with it. */
    Optional<Figure> figure(Intake.Raw raw, Optional<Definition> definition) {
        return switch (raw) {
            case Intake.Raw.Nothing nothing -> {
                add(
                        "value",
                        "FIGURE_MISSING",
                        "A figure is needed: a value, numerator and denominator, or no activity.");
                yield Optional.empty();
            }
            case Intake.Raw.NoActivity none -> Optional.of(new Figure.NoActivity());
            case Intake.Raw.Value(String value) -> value(value, definition);
            case Intake.Raw.Fraction(String numerator, String denominator) ->
                fraction(numerator, denominator, definition);
        };
    }

    private Optional<Figure> value(String text, Optional<Definition> definition) {
        if (definition.filter(known -> known.aggregation() == Aggregation.RATIO).isPresent()) {
            add(
                    "value",
                    "FIGURE_NEEDS_FRACTION",
                    "This KPI rolls up as a ratio: give numerator and denominator instead of a value.");
            return Optional.empty();
        }
        return number("value", text).map(Figure.Value::new);
    }

    private Optional<Figure> fraction(String numeratorText, String denominatorText, Optional<Definition> definition) {
        Optional<BigDecimal> numerator = number("numerator", numeratorText);
        Optional<BigDecimal> denominator = number("denominator", denominatorText);
        if (definition.filter(known -> known.aggregation() == Aggregation.SUM).isPresent()) {
            add(
                    "numerator",
                    "FIGURE_NEEDS_VALUE",
                    "This KPI is summed up: give a value instead of numerator and denominator.");
            return Optional.empty();
        }
        if (numerator.isEmpty() || denominator.isEmpty()) {
            return Optional.empty();
        }
        if (denominator.get().signum() < 0) {
            add("denominator", "DENOMINATOR_NEGATIVE", "A denominator is above zero.");
            return Optional.empty();
        }
        if (denominator.get().signum() == 0) {
            return ofZero(numerator.get());
        }
        return Optional.of(new Figure.Fraction(numerator.get(), denominator.get()));
    }

    private Optional<Figure> ofZero(BigDecimal numerator) {
        if (numerator.signum() == 0) {
            return Optional.of(new Figure.NoActivity());
        }
        add("denominator", "DENOMINATOR_ZERO", "So many of none can't be. Without activity both are zero.");
        return Optional.empty();
    }

    private Optional<BigDecimal> number(String field, String text) {
        return switch (Decimals.parse(text)) {
            case Decimals.Parsed.Number(BigDecimal value) -> Optional.of(value);
            case Decimals.Parsed.Wrong(String rule, String message) -> {
                add(field, rule, message);
                yield Optional.empty();
            }
        };
    }

    private void add(String field, String rule, String message) {
        violations.add(new Violation(field, rule, message));
    }
}
