package dev.drumbeat.kpis.spc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one way in: a series and how to read it go in, limits, signals and what they mean come out. */
public final class Spc {
    private Spc() {}

    public static SpcJudgement judge(SpcQuestion question) {
        List<Observation> observations = Observation.in(question);
        List<PlottedPoint> plotted = new ArrayList<>();
        List<Signal> signals = new ArrayList<>();
        Optional<Stretch> latest = Optional.empty();
        int present = 0;
        for (int i = 0; i < question.baselines().size(); i++) {
            int from = question.baselines().get(i).from();
            int end = question.endOf(i);
            int last = question.baselines().get(i).to().orElse(end - 1);
            List<Observation> baseline = between(observations, from, last + 1);
            present = baseline.size();
            latest = present < SpcJudgement.POINTS_NEEDED
                    ? Optional.empty()
                    : Optional.of(new Stretch(question, baseline, between(observations, from, end)));
            latest.ifPresent(stretch -> signals.addAll(stretch.signals()));
            for (int index = from; index < end; index++) {
                plotted.add(plot(question, observations, latest, index));
            }
        }
        ControlChart chart = new ControlChart(question.kind(), plotted, signals);
        int found = present;
        return latest.<SpcJudgement>map(stretch ->
                        new SpcJudgement.Judged(chart, stretch.variation(), stretch.assurance(), stretch.drift()))
                .orElseGet(() -> new SpcJudgement.NotEnoughPoints(found, SpcJudgement.POINTS_NEEDED, chart));
    }

    private static PlottedPoint plot(
            SpcQuestion question, List<Observation> observations, Optional<Stretch> stretch, int index) {
        return stretch.map(judged -> judged.plot(index))
                .orElseGet(() -> new PlottedPoint(
                        index,
                        question.points().get(index).period(),
                        between(observations, index, index + 1).stream()
                                .findFirst()
                                .map(Observation::figure),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static List<Observation> between(List<Observation> observations, int from, int end) {
        return observations.stream()
                .filter(observation -> observation.index() >= from && observation.index() < end)
                .toList();
    }
}
