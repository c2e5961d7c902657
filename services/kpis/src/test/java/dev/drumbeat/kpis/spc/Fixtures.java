package dev.drumbeat.kpis.spc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Series by the short way, and the questions that tests ask of them. */
final class Fixtures {
    private Fixtures() {}

    /** One number per period, oldest first; "-" for a missing period, "3/50" for a quotient. */
    static List<SpcPoint> figures(String series) {
        List<SpcPoint> points = new ArrayList<>();
        for (String figure : series.strip().split("\\s+", -1)) {
            String period = "P" + points.size();
            int slash = figure.indexOf('/');
            if (figure.equals("-")) {
                points.add(SpcPoint.gap(period));
            } else if (slash < 0) {
                points.add(SpcPoint.value(period, new BigDecimal(figure)));
            } else {
                points.add(SpcPoint.ratio(
                        period,
                        new BigDecimal(figure.substring(0, slash)),
                        new BigDecimal(figure.substring(slash + 1))));
            }
        }
        return points;
    }

    static List<SpcPoint> values(double... figures) {
        return IntStream.range(0, figures.length)
                .mapToObj(i -> SpcPoint.value("P" + i, BigDecimal.valueOf(figures[i])))
                .toList();
    }

    static SpcQuestion higher(String series) {
        return SpcQuestion.about(figures(series), Direction.HIGHER_IS_BETTER);
    }

    static SpcQuestion lower(String series) {
        return SpcQuestion.about(figures(series), Direction.LOWER_IS_BETTER);
    }

    static SpcQuestion within(String series) {
        return SpcQuestion.about(figures(series), Direction.WITHIN_RANGE);
    }

    static SpcJudgement.Judged judged(SpcQuestion question) {
        SpcJudgement judgement = Spc.judge(question);
        assertThat(judgement).isInstanceOf(SpcJudgement.Judged.class);
        return (SpcJudgement.Judged) judgement;
    }

    /** Limits whatever the number of points: the published examples often have fewer than the product wants. */
    static Limits limits(SpcQuestion question, double size) {
        return CommonCause.of(question.kind(), Observation.in(question), question.scale())
                .limitsAtSize(size);
    }

    /** Points at these distances from the centre, in sigmas. */
    static List<Deviation> sigmas(double... distances) {
        return IntStream.range(0, distances.length)
                .mapToObj(i -> new Deviation(i, distances[i], 1, distances[i]))
                .toList();
    }

    static double[] standardised(double centre, double sigma, double... figures) {
        return DoubleStream.of(figures).map(figure -> (figure - centre) / sigma).toArray();
    }

    static BigDecimal decimal(String figure) {
        return new BigDecimal(figure);
    }
}
