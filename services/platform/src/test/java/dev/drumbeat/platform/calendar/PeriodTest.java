package dev.drumbeat.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PeriodTest {
    private static final ZoneId BAHIA_BANDERAS = ZoneId.of("America/Bahia_Banderas");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** Clocks there went forward at midnight, so that 2018-11-04 began at 01:00. */
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    private static Period period(String name) {
        return Period.parse(name).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, DAILY, 2026-11-22, 2026-11-23",
        "2026-W47, WEEKLY, 2026-11-16, 2026-11-23",
        "2026-11, MONTHLY, 2026-11-01, 2026-12-01",
        "2026-Q4, QUARTERLY, 2026-10-01, 2027-01-01",
        "2024-02-29, DAILY, 2024-02-29, 2024-03-01",
        "2024-02, MONTHLY, 2024-02-01, 2024-03-01",
        // ISO 8601: week 1 holds the first Thursday, so it may begin in the old year and week 53 end in the new one.
        "2026-W01, WEEKLY, 2025-12-29, 2026-01-05",
        "2026-W53, WEEKLY, 2026-12-28, 2027-01-04",
        "2020-W53, WEEKLY, 2020-12-28, 2021-01-04",
    })
    void aNameGivesItsDaysAndTheDaysGiveTheName(String name, Frequency frequency, LocalDate start, LocalDate end) {
        Period period = period(name);
        assertThat(period.frequency()).isEqualTo(frequency);
        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(end);
        assertThat(period.name()).isEqualTo(name);
        assertThat(frequency.containing(end.minusDays(1))).isEqualTo(period);
        assertThat(frequency.containing(end)).isEqualTo(period.next());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-13",
                "2026-00",
                "2026-2",
                "2026-02-29",
                "2026-11-31",
                "2025-W53",
                "2026-W00",
                "2026-W54",
                "2026-W5",
                "2026-Q0",
                "2026-Q5",
                "2026-w47",
                "26-11",
                "2026/11",
                "Nov 2026",
                "11/2026",
                "2026-11-22T00:00",
                " 2026-11",
                "0026-11",
                "９026-11"
            })
    void whatIsNoPeriodIsNone(String name) {
        assertThat(Period.parse(name)).isEmpty();
    }

    @Test
    void aPeriodBeginsAndEndsWhenTheDayDoesInItsZone() {
        assertThat(period("2026-11-22").startsAt(BAHIA_BANDERAS)).isEqualTo(Instant.parse("2026-11-22T06:00:00Z"));
        assertThat(period("2026-W47").endsAt(BERLIN)).isEqualTo(Instant.parse("2026-11-22T23:00:00Z"));
    }

    @Test
    void bahiaBanderasMovedToCentralTimeOn2010April4AndTheDayWasShort() {
        // From -07:00 to -05:00 at 02:00: the day had 22 hours.
        Period day = period("2010-04-04");
        assertThat(Duration.between(day.startsAt(BAHIA_BANDERAS), day.endsAt(BAHIA_BANDERAS)))
                .isEqualTo(Duration.ofHours(22));
    }

    @Test
    void aDayThatBeginsAtOneBeginsAtOne() {
        Period day = period("2018-11-04");
        assertThat(day.startsAt(SAO_PAULO)).isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
        assertThat(Duration.between(day.startsAt(SAO_PAULO), day.endsAt(SAO_PAULO)))
                .isEqualTo(Duration.ofHours(23));
    }

    @Test
    void graceIsCountedInCalendarDaysAcrossDaylightSaving() {
        // Clocks go back in Berlin on 2026-10-25, a week after week 42 has ended.
        assertThat(period("2026-W42").overdueAt(5, BERLIN)).isEqualTo(Instant.parse("2026-10-23T22:00:00Z"));
        assertThat(period("2026-W42").overdueAt(7, BERLIN)).isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
        assertThat(period("2026-W42").overdueAt(0, BERLIN))
                .isEqualTo(period("2026-W42").endsAt(BERLIN));
    }

    @Test
    void theRunningPeriodIsTheZonesOwn() {
        Instant lateEvening = Instant.parse("2026-12-01T03:00:00Z");
        assertThat(Period.at(Frequency.MONTHLY, lateEvening, BAHIA_BANDERAS).name())
                .isEqualTo("2026-11");
        assertThat(Period.at(Frequency.MONTHLY, lateEvening, BERLIN).name()).isEqualTo("2026-12");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30, MONTHLY, 2026-11",
        "2026-12-01, MONTHLY, 2026-12",
        "2026-11-22, WEEKLY, 2026-W47",
        "2026-11, QUARTERLY, 2026-Q4",
        // Thursday 2026-10-01: four days of this week lie in October.
        "2026-W40, MONTHLY, 2026-10",
        // Thursday 2026-07-30.
        "2026-W31, MONTHLY, 2026-07",
        // Week 53 of 2026 has its Thursday on 31 December, week 1 on 1 January.
        "2026-W53, MONTHLY, 2026-12",
        "2026-W01, MONTHLY, 2026-01",
        "2026-W01, QUARTERLY, 2026-Q1",
    })
    void aWeekCountsIntoTheMonthOfItsThursday(String shorter, Frequency longer, String expected) {
        assertThat(period(shorter).in(longer).name()).isEqualTo(expected);
    }

    @Test
    void aPeriodIsNotCountedIntoOneThatIsNoLonger() {
        assertThatThrownBy(() -> period("2026-11").in(Frequency.WEEKLY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> period("2026-11").in(Frequency.MONTHLY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void periodsOfDifferentLengthHaveNoOrder() {
        Period month = period("2026-11");
        Period week = period("2026-W47");
        assertThatThrownBy(() -> month.compareTo(week)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void everyDayLiesInExactlyOnePeriodOfEachLengthAndWeeksHaveSevenDays(
            @ForAll @IntRange(min = -20_000, max = 40_000) int epochDay, @ForAll Frequency frequency) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        Period period = frequency.containing(day);
        assertThat(day).isBetween(period.start(), period.end().minusDays(1));
        assertThat(frequency.containing(period.start())).isEqualTo(period);
        assertThat(frequency.containing(period.end())).isEqualTo(period.next());
        assertThat(period.next().previous()).isEqualTo(period);
        assertThat(period.until(period.plus(57))).isEqualTo(57);
        assertThat(Period.parse(period.name())).contains(period);
        if (frequency == Frequency.WEEKLY) {
            assertThat(period.start().plusDays(7)).isEqualTo(period.end());
        }
    }
}
