package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks at figures that somebody wants to record, one after the other, and tells what each would do. The same eyes for figures
 * by hand, from programs and from files.
 */
public final class Intake {
    /** A figure as it came in; texts that nobody has looked at yet. */
    public sealed interface Raw {
        record Value(String value) implements Raw {}

        record Fraction(String numerator, String denominator) implements Raw {}

        record NoActivity() implements Raw {}

        record Nothing() implements Raw {}
    }

    /**
     * @param place where it stands in what was sent, as its sender counts
     * @param kpi its resource name, its id or its name on the page
     */
    public record Entry(String place, String kpi, String period, Raw figure) {}

    /** What became of an entry. */
    sealed interface Outcome {
        /** A figure for a period that has none. */
        record Fresh(Kpi kpi, Period period, Figure figure) implements Outcome {}

        /** The same figure is there already. */
        record Same(Kpi kpi, Measurement measurement) implements Outcome {}

        /** @param kpi when at least that could be told */
        record Wrong(Optional<Kpi> kpi, List<Violation> violations) implements Outcome {}
    }

    private final Scope scope;
    private final Instant now;
    private final Map<String, TreeMap<Period, Measurement>> current;
    private final Map<String, Kpi> kpisByText = new HashMap<>();
    private final Map<String, String> seen = new HashMap<>();

    /** @param current figures by KPI and period */
    Intake(Scope scope, Scorecard scorecard, Map<String, TreeMap<Period, Measurement>> current, Instant now) {
        this.scope = scope;
        this.now = now;
        this.current = current;
        kpis(scope, scorecard).forEach((text, kpi) -> kpisByText.put(text, kpi));
    }

    /** How a KPI may be named: by its resource name, its id, or its name on the page in any case. */
    private static Map<String, Kpi> kpis(Scope scope, Scorecard scorecard) {
        Map<String, Kpi> byText = new HashMap<>();
        for (Kpi kpi : scorecard.kpis()) {
            String name = Names.kpi(scope.partnership(), kpi.id());
            if (scope.mayRecord(name)) {
                byText.merge(key(kpi.definition().displayName()), kpi, (one, other) -> one.live() ? one : other);
                byText.put(name, kpi);
            }
        }
        for (Kpi kpi : scorecard.kpis()) {
            if (scope.mayRecord(Names.kpi(scope.partnership(), kpi.id()))) {
                byText.put(key(kpi.id()), kpi);
            }
        }
        return byText;
    }

    Outcome look(Entry entry) {
        List<Violation> violations = new ArrayList<>();
        Optional<Kpi> kpi = kpi(entry, violations);
        Optional<Period> period = period(entry, kpi, violations);
        Optional<Figure> figure = new FigureIntake(violations).figure(entry.figure(), kpi.map(Kpi::definition));
        if (kpi.isEmpty() || period.isEmpty() || figure.isEmpty() || !violations.isEmpty()) {
            return new Outcome.Wrong(kpi, violations);
        }
        return place(entry, kpi.get(), period.get(), figure.get());
    }

    private Outcome place(Entry entry, Kpi kpi, Period period, Figure figure) {
        @Nullable String before = seen.putIfAbsent(kpi.id() + "@" + period.name(), entry.place());
        if (before != null) {
            return wrong(kpi, "period", "ROW_DUPLICATE", "This KPI and period came before, at " + before + ".");
        }
        @Nullable
        Measurement known = current.getOrDefault(kpi.id(), new TreeMap<>()).get(period);
        if (known == null) {
            return new Outcome.Fresh(kpi, period, figure);
        }
        if (known.figure().equals(figure)) {
            return new Outcome.Same(kpi, known);
        }
        return wrong(
                kpi,
                field(figure),
                "FIGURE_DIFFERS",
                "There is another figure for " + period.name() + " already. Propose a correction, with a reason.");
    }

    private Optional<Kpi> kpi(Entry entry, List<Violation> violations) {
        Optional<Kpi> kpi = Optional.ofNullable(kpisByText.get(entry.kpi()))
                .or(() -> Optional.ofNullable(kpisByText.get(key(entry.kpi()))));
        if (kpi.isEmpty()) {
            violations.add(new Violation(
                    "kpi",
                    "KPI_UNKNOWN",
                    "There is no KPI \"" + Terms.shown(entry.kpi()) + "\" that you may record figures of."));
        } else if (!kpi.get().live()) {
            violations.add(new Violation("kpi", "KPI_RETIRED", "This KPI was retired."));
        } else if (kpi.get().definition().derived()) {
            violations.add(new Violation(
                    "kpi", "KPI_DERIVED", "This KPI is computed from its steps. Record the steps' figures instead."));
        }
        return kpi;
    }

    private Optional<Period> period(Entry entry, Optional<Kpi> kpi, List<Violation> violations) {
        Optional<Period> period = Period.parse(entry.period().strip());
        if (period.isEmpty()) {
            String example = kpi.map(known -> Terms.example(known.frequency()))
                    .orElse("Use 2026-11-22, 2026-W47, 2026-11 or 2026-Q4, as the KPI is measured.");
            violations.add(new Violation(
                    "period", "PERIOD_FORMAT", "\"" + Terms.shown(entry.period()) + "\" names no period. " + example));
            return period;
        }
        if (kpi.isPresent() && period.get().frequency() != kpi.get().frequency()) {
            violations.add(new Violation(
                    "period",
                    "PERIOD_FREQUENCY",
                    period.get().name() + " is " + Terms.words(period.get().frequency()) + ". "
                            + Terms.example(kpi.get().frequency())));
        } else if (period.get().startsAt(scope.facts().timeZone()).isAfter(now)) {
            violations.add(new Violation("period", "PERIOD_FUTURE", period.get().name() + " has not begun yet."));
        }
        return period;
    }

    private static Outcome wrong(Kpi kpi, String field, String rule, String message) {
        return new Outcome.Wrong(Optional.of(kpi), List.of(new Violation(field, rule, message)));
    }

    private static String field(Figure figure) {
        return figure instanceof Figure.Fraction ? "numerator" : "value";
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
