package dev.drumbeat.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.cadence.Health.Outcome;
import dev.drumbeat.cadence.Health.Starving;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Thirteen weeks of meetings and what they say about a relationship. */
class HealthTest {
    private static final ZoneId BAHIA = ZoneId.of("America/Bahia_Banderas");
    /** A Monday at noon in Bahía de Banderas. */
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

    @Test
    void thirteen_weeks_end_with_the_running_one_and_cross_a_year_with_53_weeks() {
        Health health = Health.of(List.of(), Instant.parse("2027-01-06T12:00:00Z"), BAHIA);
        assertThat(health.dots())
                .extracting(Health.Dot::week)
                .hasSize(13)
                .startsWith("2026-W42")
                .endsWith("2026-W53", "2027-W01");
        assertThat(health.starving()).isEmpty();
    }

    @Test
    void the_worst_meeting_of_a_week_is_its_dot() {
        Health health = Health.of(
                List.of(
                        meeting("a", 7, Outcome.HELD),
                        meeting("b", 7, Outcome.MISSED),
                        meeting("a", 14, Outcome.HELD),
                        meeting("a", 21, Outcome.ONE_SIDED)),
                NOW,
                BAHIA);
        assertThat(health.dots().stream().map(Health.Dot::outcome).toList().subList(9, 13))
                .containsExactly(Outcome.ONE_SIDED, Outcome.HELD, Outcome.MISSED, Outcome.NONE);
        assertThat(health.dots().get(11).planned()).isEqualTo(2);
        assertThat(health.dots().get(11).held()).isEqualTo(1);
    }

    @Test
    void two_in_a_row_starve_until_they_meet_again() {
        List<MeetingLine> held = new ArrayList<>();
        for (int week = 3; week <= 12; week++) {
            held.add(meeting("sync", week * 7, Outcome.HELD));
        }
        held.add(meeting("sync", 14, Outcome.MISSED));
        assertThat(Health.of(held, NOW, BAHIA).starving()).isEmpty();
        held.add(meeting("sync", 7, Outcome.MISSED));
        assertThat(Health.of(held, NOW, BAHIA).starving()).contains(Starving.TWO_MISSED_IN_A_ROW);
        held.add(meeting("sync", 4, Outcome.HELD));
        assertThat(Health.of(held, NOW, BAHIA).starving()).isEmpty();
    }

    @Test
    void seventy_percent_is_enough_and_less_is_not() {
        List<MeetingLine> meetings = new ArrayList<>();
        for (int week = 1; week <= 10; week++) {
            // Missed ones lie apart, so that none follows another.
            meetings.add(
                    meeting("sync", week * 7, week == 2 || week == 5 || week == 8 ? Outcome.MISSED : Outcome.HELD));
        }
        assertThat(Health.of(meetings, NOW, BAHIA).starving()).isEmpty();
        meetings.set(9, meeting("sync", 70, Outcome.ONE_SIDED));
        assertThat(Health.of(meetings, NOW, BAHIA).starving()).contains(Starving.TOO_FEW_HELD);
    }

    @Test
    void a_meeting_that_can_still_be_started_says_nothing_and_one_that_nobody_marked_yet_is_missed() {
        MeetingLine planned = line("sync", Duration.ofMinutes(80), MeetingState.SCHEDULED, false);
        assertThat(Health.of(List.of(planned), NOW, BAHIA).planned()).isZero();
        MeetingLine forgotten = line("sync", Duration.ofMinutes(110), MeetingState.SCHEDULED, false);
        assertThat(Health.of(List.of(forgotten), NOW, BAHIA).missed()).isEqualTo(1);
        assertThat(Health.of(List.of(line("sync", Duration.ofDays(3), MeetingState.CANCELLED, false)), NOW, BAHIA)
                        .planned())
                .isZero();
    }

    @Test
    void a_promise_is_kept_by_the_day_first_promised() {
        MeetingLine.Promise kept = new MeetingLine.Promise(false, day(-3), day(-3), true, false);
        MeetingLine.Promise slipped = new MeetingLine.Promise(true, day(5), day(-1), false, false);
        MeetingLine.Promise notYetDue = new MeetingLine.Promise(true, day(0), day(0), false, false);
        MeetingLine meeting = withPromises(List.of(kept, slipped, notYetDue));
        Health health = Health.of(List.of(meeting), NOW, BAHIA);
        assertThat(health.commitmentsDue()).isEqualTo(2);
        assertThat(health.commitmentsKept()).isEqualTo(1);
    }

    @Property(tries = 200)
    void numbers_add_up_whatever_happened_and_in_whatever_order_it_is_told(
            @ForAll @Size(max = 40) List<Outcome> outcomes, @ForAll long seed) {
        List<MeetingLine> meetings = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) != Outcome.NONE) {
                meetings.add(meeting("s" + i % 3, 1 + i * 2, outcomes.get(i)));
            }
        }
        Health health = Health.of(meetings, NOW, BAHIA);
        assertThat(health.held() + health.oneSided() + health.missed()).isEqualTo(health.planned());
        assertThat(health.dots().stream().mapToInt(Health.Dot::planned).sum()).isEqualTo(health.planned());
        assertThat(health.dots().stream().mapToInt(Health.Dot::held).sum()).isEqualTo(health.held());
        List<MeetingLine> shuffled = new ArrayList<>(meetings);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Health.of(shuffled, NOW, BAHIA)).isEqualTo(health);
    }

    private static LocalDate day(int fromToday) {
        return NOW.atZone(BAHIA).toLocalDate().plusDays(fromToday);
    }

    private static MeetingLine meeting(String series, int daysAgo, Outcome outcome) {
        return switch (outcome) {
            case HELD -> line(series, Duration.ofDays(daysAgo), MeetingState.HELD, true);
            case ONE_SIDED -> line(series, Duration.ofDays(daysAgo), MeetingState.HELD, false);
            case MISSED, NONE -> line(series, Duration.ofDays(daysAgo), MeetingState.MISSED, false);
        };
    }

    private static MeetingLine line(String series, Duration ago, MeetingState state, boolean bothSides) {
        Instant start = NOW.minus(ago);
        return new MeetingLine(
                "partnerships/acme",
                series + ago,
                series,
                series,
                SeriesKind.OPS_SYNC,
                BAHIA.getId(),
                state,
                start,
                start,
                start.plus(Duration.ofMinutes(45)),
                bothSides,
                true,
                0,
                List.of());
    }

    private static MeetingLine withPromises(List<MeetingLine.Promise> promises) {
        MeetingLine held = line("sync", Duration.ofDays(7), MeetingState.HELD, true);
        return new MeetingLine(
                held.partnership(),
                held.id(),
                held.series(),
                held.seriesName(),
                held.kind(),
                held.timeZone(),
                held.state(),
                held.plannedFor(),
                held.startsAt(),
                held.endsAt(),
                true,
                true,
                0,
                promises);
    }
}
