package dev.drumbeat.kpis;

import dev.drumbeat.kpis.Intake.Entry;
import dev.drumbeat.kpis.Intake.Outcome;
import dev.drumbeat.kpis.Intake.Raw;
import dev.drumbeat.platform.domain.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a row of a file says beyond what any figure says: which cells go together, and what a spreadsheet slips in. */
final class RowIntake {
    private static final String FORMULA_STARTS = "=+-@";

    private RowIntake() {}

    static Outcome look(Intake intake, FigureFile.Row row) {
        List<Violation> violations = new ArrayList<>();
        if (row.cells() == FigureFile.Cells.TOO_MANY) {
            violations.add(new Violation(
                    "row",
                    "ROW_CELLS",
                    "This row has more cells than the header. Put cells with separators in quotation marks, and write decimals with a"
                            + " point."));
        }
        formula("kpi", row.kpi(), FORMULA_STARTS).ifPresent(violations::add);
        formula("period", row.period(), FORMULA_STARTS).ifPresent(violations::add);
        // A number may have a sign.
        formula("value", row.value(), "=@").ifPresent(violations::add);
        formula("numerator", row.numerator(), "=@").ifPresent(violations::add);
        formula("denominator", row.denominator(), "=@").ifPresent(violations::add);
        boolean hasFraction = !row.numerator().isEmpty() || !row.denominator().isEmpty();
        if (!row.value().isEmpty() && hasFraction) {
            violations.add(
                    new Violation("value", "FIGURE_BOTH", "Give a value, or numerator and denominator, not both."));
        }
        if (isZero(row.denominator())) {
            violations.add(new Violation(
                    "denominator",
                    "DENOMINATOR_ZERO",
                    "A denominator of zero tells nothing. If nothing happened in this period, write \"no activity\" as the value and leave"
                            + " the other cells empty."));
        }
        if (!violations.isEmpty()) {
            return new Outcome.Wrong(Optional.empty(), violations);
        }
        return intake.look(new Entry("line " + row.line(), row.kpi(), row.period(), figure(row, hasFraction)));
    }

    private static Raw figure(FigureFile.Row row, boolean hasFraction) {
        if (hasFraction) {
            return new Raw.Fraction(row.numerator(), row.denominator());
        }
        if (row.value().isEmpty()) {
            return new Raw.Nothing();
        }
        boolean noActivity =
                row.value().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").equals("no activity");
        return noActivity ? new Raw.NoActivity() : new Raw.Value(row.value());
    }

    private static boolean isZero(String text) {
        return Decimals.parse(text) instanceof Decimals.Parsed.Number(BigDecimal number) && number.signum() == 0;
    }

    private static Optional<Violation> formula(String field, String cell, String starts) {
        boolean suspicious = !cell.isEmpty() && starts.indexOf(cell.charAt(0)) >= 0;
        return suspicious
                ? Optional.of(new Violation(
                        field,
                        "FORMULA",
                        "This cell begins with \"" + cell.charAt(0)
                                + "\", as a spreadsheet formula does. Give the plain text."))
                : Optional.empty();
    }
}
