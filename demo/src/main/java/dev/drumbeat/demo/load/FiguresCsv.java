package dev.drumbeat.demo.load;

import dev.drumbeat.demo.plan.Figure;
import dev.drumbeat.demo.plan.PlannedFigure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Figures as the file that a person would upload: `kpi,period,value,numerator,denominator`. */
final class FiguresCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("kpi", "period", "value", "numerator", "denominator")
            .get();

    private FiguresCsv() {}

    static String of(List<PlannedFigure> figures) {
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, FORMAT)) {
            for (PlannedFigure figure : figures) {
                switch (figure.figure()) {
                    case Figure.Fraction(BigDecimal numerator, BigDecimal denominator) ->
                        printer.printRecord(
                                figure.kpi(),
                                figure.period(),
                                "",
                                numerator.toPlainString(),
                                denominator.toPlainString());
                    case Figure.NoActivity() ->
                        printer.printRecord(figure.kpi(), figure.period(), "no activity", "", "");
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return text.toString();
    }
}
