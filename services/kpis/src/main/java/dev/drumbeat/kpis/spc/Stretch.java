package dev.drumbeat.kpis.spc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One baseline with every point that is judged by it; only made when the baseline has points enough. */
final class Stretch {
    private final SpcQuestion question;
    private final CommonCause causes;
    private final Map<Integer, Observation> observations;
    private final List<Deviation> series;
    private final Better better;
    private final Map<Double, Limits> limitsBySize = new HashMap<>();
    private final List<Signal> signals;

    /** @param baseline what the limits come from; {@code observations} what is judged by them, usually the same */
    Stretch(SpcQuestion question, List<Observation> baseline, List<Observation> observations) {
        this.question = question;
        this.causes = CommonCause.of(question.kind(), baseline, question.scale());
        this.observations = observations.stream().collect(Collectors.toMap(Observation::index, Function.identity()));
        this.series = observations.stream()
                .map(observation -> Deviation.of(observation, causes))
                .toList();
        this.better = new Better(question.direction(), question.target());
        this.signals = findSignals();
    }

    List<Signal> signals() {
        return signals;
    }

    PlottedPoint plot(int index) {
        Optional<BigDecimal> figure =
                Optional.ofNullable(observations.get(index)).map(Observation::figure);
        return new PlottedPoint(
                index,
                question.points().get(index).period(),
                figure,
                limitsAt(index),
                figure.map(present -> Variation.of(signals, index)));
    }

    Variation variation() {
        return Variation.of(signals, series.getLast().index());
    }

    Optional<Assurance> assurance() {
        Limits latest = limitsOf(series.getLast().index());
        return question.target().map(target -> Assurance.of(latest, target));
    }

    List<DriftAlarm> drift() {
        return Drift.in(
                series,
                question.drift(),
                (heading, point) ->
                        better.moving(heading, limitsOf(point.index()).centre(), figureOf(point)));
    }

    private Optional<Limits> limitsAt(int index) {
        if (observations.containsKey(index)) {
            return Optional.of(limitsOf(index));
        }
        return switch (question.kind()) {
            case INDIVIDUALS, COUNT -> Optional.of(limitsAtSize(1));
            case PROPORTION, RATE -> Optional.empty();
        };
    }

    private Limits limitsOf(int present) {
        return limitsAtSize(observation(present).size());
    }

    private Limits limitsAtSize(double size) {
        return limitsBySize.computeIfAbsent(size, causes::limitsAtSize);
    }

    private List<Signal> findSignals() {
        List<Signal> found = new ArrayList<>();
        for (Rule rule : question.rules().rules()) {
            for (Pattern.Found pattern : rule.in(series)) {
                List<Integer> points =
                        pattern.points().stream().map(Deviation::index).toList();
                found.add(new Signal(rule, pattern.heading(), points, meaning(rule, pattern)));
            }
        }
        found.sort(Comparator.comparingInt(Signal::first).thenComparing(Signal::rule));
        return List.copyOf(found);
    }

    /** A trend is measured from its own start, everything else from the centre line. */
    private Variation meaning(Rule rule, Pattern.Found pattern) {
        Deviation last = pattern.points().getLast();
        BigDecimal from = rule.family() == Rule.Family.TREND
                ? figureOf(pattern.points().getFirst())
                : limitsOf(last.index()).centre();
        return better.moving(pattern.heading(), from, figureOf(last));
    }

    private BigDecimal figureOf(Deviation point) {
        return observation(point.index()).figure();
    }

    private Observation observation(int index) {
        Observation observation = observations.get(index);
        if (observation == null) {
            throw new IllegalArgumentException("No figure at " + index);
        }
        return observation;
    }
}
