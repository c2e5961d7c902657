package dev.drumbeat.cadence.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.cadence.recurrence.Rules;
import dev.drumbeat.platform.domain.Validation;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

/** Every pattern a person can choose is a rule, comes back as it was chosen, and meets when it says. */
class PatternPropertiesTest {
    private static final List<String> ZONES = List.of(
            "America/Bahia_Banderas", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Auckland", "Asia/Kolkata");
    private static final LocalDateTime START = LocalDateTime.parse("2026-01-05T09:30");

    private final RecurrenceRules rules = Rules.rules();

    @Property(tries = 200)
    void a_weekly_pattern_is_held_on_its_days_at_its_hour_in_every_zone(
            @ForAll @NotEmpty Set<DayOfWeek> days,
            @ForAll @IntRange(min = 1, max = 6) int interval,
            @ForAll @IntRange(max = 4) int zone) {
        ZoneId where = ZoneId.of(ZONES.get(zone));
        Pattern pattern = new Pattern(Pattern.Kind.WEEKLY, interval, List.copyOf(days), List.of(), 0, null, 0);
        Schedule schedule = held(pattern, where);

        List<Instant> starts = schedule.starts(rules, Instant.EPOCH, Instant.parse("2027-01-04T00:00:00Z"));

        assertThat(starts).isNotEmpty().isSorted().doesNotHaveDuplicates();
        assertThat(starts).allSatisfy(start -> {
            assertThat(start.atZone(where).toLocalTime()).isEqualTo(LocalTime.of(9, 30));
            assertThat(days).contains(start.atZone(where).getDayOfWeek());
        });
        // 52 weeks from a Monday on, each interval-th of them with every day.
        assertThat(starts).hasSizeBetween((52 / interval) * days.size() - 1, (52 / interval + 1) * days.size());
    }

    @Property(tries = 200)
    void a_monthly_pattern_is_held_at_most_once_per_month_and_weekday_place(
            @ForAll DayOfWeek day, @ForAll @IntRange(min = 1, max = 4) int place, @ForAll boolean fromTheEnd) {
        ZoneId where = ZoneId.of("Europe/Berlin");
        Pattern pattern = new Pattern(
                Pattern.Kind.MONTHLY_BY_WEEKDAY, 1, List.of(day), List.of(), fromTheEnd ? -place : place, null, 0);
        List<Instant> starts = held(pattern, where)
                .starts(rules, Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2027-02-01T00:00:00Z"));
        assertThat(starts).hasSize(12);
        assertThat(starts).allSatisfy(start -> {
            var local = start.atZone(where);
            assertThat(local.getDayOfWeek()).isEqualTo(day);
            int fromEnd = (local.toLocalDate().lengthOfMonth() - local.getDayOfMonth()) / 7 + 1;
            assertThat(fromTheEnd ? fromEnd : (local.getDayOfMonth() - 1) / 7 + 1)
                    .isEqualTo(place);
        });
    }

    private Schedule held(Pattern pattern, ZoneId zone) {
        Validation validation = new Validation();
        pattern.check(validation, "pattern");
        validation.orRefuse();
        String kept = rules.check(PatternRules.rule(pattern, zone), START, zone);
        assertThat(PatternRules.pattern(kept, zone)).contains(pattern);
        return new Schedule(kept, START, zone.getId(), 45);
    }
}
