package dev.drumbeat.kpis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.kpis.Definition.Debounce;
import dev.drumbeat.kpis.RedReplay.Judged;
import dev.drumbeat.kpis.RedReplay.Phase;
import dev.drumbeat.kpis.RedReplay.Stretch;
import dev.drumbeat.platform.calendar.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weeks from 2026-W01 on, one letter each: G, A, R, and a dot for a week without a judgement. */
final class RedReplayTest {
    private static List<Judged> run(String letters) {
        Period week = Period.parse("2026-W01").orElseThrow();
        List<Judged> run = new ArrayList<>();
        for (char letter : letters.toCharArray()) {
            if (letter != '.') {
                run.add(new Judged(
                        week,
                        switch (letter) {
                            case 'G' -> Band.GREEN;
                            case 'A' -> Band.AMBER;
                            default -> Band.RED;
                        },
                        BigDecimal.ONE,
                        BigDecimal.TEN));
            }
            week = week.next();
        }
        return run;
    }

    /** {@code 3-5x3!} is a stretch from week 3, last red in week 5, three reds, over; without the mark it is running. */
    private static String told(List<Stretch> stretches) {
        return stretches.stream()
                .map(stretch ->
                        week(stretch.first()) + "-" + week(stretch.extent().lastRed()) + "x"
                                + stretch.extent().redPeriods() + (stretch.phase() == Phase.OVER ? "!" : ""))
                .collect(Collectors.joining(" "));
    }

    private static int week(Period period) {
        return Integer.parseInt(period.name().substring(6));
    }

    @ParameterizedTest
    @CsvSource({
        // redAfter 1, clearAfter 2: the defaults
        "1, 2, GGG, ''",
        "1, 2, R, 1-1x1",
        "1, 2, GR, 2-2x1",
        "1, 2, RR, 1-2x2",
        "1, 2, RG, 1-1x1",
        "1, 2, RGG, 1-1x1!",
        "1, 2, RAA, 1-1x1!",
        "1, 2, RGR, 1-3x2",
        "1, 2, RGRGG, 1-3x2!",
        "1, 2, RGGR, 1-1x1! 4-4x1",
        // missing periods neither open, nor end, nor break a count
        "1, 2, R..., 1-1x1",
        "1, 2, R.G.G, 1-1x1!",
        "1, 2, R.R, 1-3x2",
        "1, 2, ..R, 3-3x1",
        "1, 2, ..., ''",
        // a red must last
        "2, 2, R, ''",
        "2, 2, RG, ''",
        "2, 2, RGR, ''",
        "2, 2, RR, 1-2x2",
        "2, 2, RGRR, 3-4x2",
        "2, 2, R.R, 1-3x2",
        "2, 2, RRGR, 1-4x3",
        "3, 1, RRARRR, 4-6x3",
        // and must be gone
        "1, 1, RGR, 1-1x1! 3-3x1",
        "1, 3, RGGR, 1-4x2",
        "1, 3, RGGG, 1-1x1!",
        "1, 3, RGGAR, 1-1x1! 5-5x1",
    })
    void stretches(int redAfter, int clearAfter, String letters, String expected) {
        Debounce debounce = new Debounce(redAfter, clearAfter);
        assertThat(told(RedReplay.stretches(run(letters), period -> debounce))).isEqualTo(expected);
    }

    @Property(tries = 500)
    void everyRedOfAnEpisodeIsCountedOnceAndOnlyTheLastEpisodeRuns(
            @ForAll
                    @StringLength(max = 40)
                    @CharRange(from = 'A', to = 'A')
                    @CharRange(from = 'G', to = 'G')
                    @CharRange(from = 'R', to = 'R')
                    @CharRange(from = '.', to = '.')
                    String letters,
            @ForAll @IntRange(min = 1, max = 4) int redAfter,
            @ForAll @IntRange(min = 1, max = 4) int clearAfter) {
        Debounce debounce = new Debounce(redAfter, clearAfter);
        List<Judged> run = run(letters);
        List<Stretch> stretches = RedReplay.stretches(run, period -> debounce);
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            long reds = run.stream()
                    .filter(judged -> judged.band() == Band.RED
                            && judged.period().compareTo(stretch.first()) >= 0
                            && judged.period().compareTo(stretch.extent().lastRed()) <= 0)
                    .count();
            assertThat((long) stretch.extent().redPeriods()).isEqualTo(reds).isGreaterThanOrEqualTo(redAfter);
            assertThat(stretch.phase() == Phase.OVER || i == stretches.size() - 1)
                    .isTrue();
            if (i > 0) {
                assertThat(stretch.first())
                        .isGreaterThan(stretches.get(i - 1).extent().lastRed());
            }
        }
        if (redAfter == 1) {
            int reds = (int)
                    run.stream().filter(judged -> judged.band() == Band.RED).count();
            assertThat(stretches.stream()
                            .mapToInt(stretch -> stretch.extent().redPeriods())
                            .sum())
                    .isEqualTo(reds);
        }
    }
}
