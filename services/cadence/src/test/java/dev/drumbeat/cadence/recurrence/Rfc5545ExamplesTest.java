package dev.drumbeat.cadence.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.cadence.schedule.PatternRules;
import dev.drumbeat.cadence.schedule.RecurrenceRules;
import dev.drumbeat.cadence.schedule.Schedule;
import dev.drumbeat.platform.domain.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that RFC 5545 publishes with its definition of RRULE (section 3.8.5.3), with the dates it says they give. */
class Rfc5545ExamplesTest {
    private static final String NEW_YORK = "America/New_York";

    private final RecurrenceRules rules = new DmfsRecurrenceRules();

    static Stream<Arguments> examples() {
        return Stream.of(
                example(
                        "daily for 10 occurrences",
                        "19970902",
                        "FREQ=DAILY;COUNT=10",
                        "19970902 19970903 19970904 19970905 19970906 19970907 19970908 19970909 19970910 19970911"),
                example("every other day", "19970902", "FREQ=DAILY;INTERVAL=2", "19970902 19970904 19970906 19970908"),
                example(
                        "weekly until December 24, 1997",
                        "19970902",
                        "FREQ=WEEKLY;UNTIL=19971224T000000Z",
                        "19970902 19970909 19970916 19970923 19970930 19971007 19971014 19971021 19971028 19971104"
                                + " 19971111 19971118 19971125 19971202 19971209 19971216 19971223"),
                example(
                        "every other week on Monday, Wednesday and Friday, weeks start on Sunday",
                        "19970901",
                        "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
                        "19970901 19970903 19970905 19970915 19970917 19970919 19970929 19971001 19971003 19971013"
                                + " 19971015 19971017 19971027 19971029 19971031 19971110 19971112 19971114 19971124"
                                + " 19971126 19971128 19971208 19971210 19971212 19971222"),
                example(
                        "every other week on Tuesday and Thursday, 8 occurrences",
                        "19970902",
                        "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
                        "19970902 19970904 19970916 19970918 19970930 19971002 19971014 19971016"),
                example(
                        "monthly on the first Friday for 10 occurrences",
                        "19970905",
                        "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
                        "19970905 19971003 19971107 19971205 19980102 19980206 19980306 19980403 19980501 19980605"),
                example(
                        "every other month on the first and last Sunday",
                        "19970907",
                        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
                        "19970907 19970928 19971102 19971130 19980104 19980125 19980301 19980329 19980503 19980531"),
                example(
                        "monthly on the second-to-last Monday for 6 months",
                        "19970922",
                        "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
                        "19970922 19971020 19971117 19971222 19980119 19980216"),
                example(
                        "monthly on the third-to-the-last day of the month",
                        "19970928",
                        "FREQ=MONTHLY;BYMONTHDAY=-3",
                        "19970928 19971029 19971128 19971229 19980129 19980226"),
                example(
                        "monthly on the 2nd and 15th, 10 occurrences",
                        "19970902",
                        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
                        "19970902 19970915 19971002 19971015 19971102 19971115 19971202 19971215 19980102 19980115"),
                example(
                        "every 18 months on the 10th thru 15th, 10 occurrences",
                        "19970910",
                        "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
                        "19970910 19970911 19970912 19970913 19970914 19970915 19990310 19990311 19990312 19990313"),
                example(
                        "the third instance into the month of Tuesday, Wednesday or Thursday", "19970904",
                        "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "19970904 19971007 19971106"),
                example(
                        "the second-to-last weekday of the month",
                        "19970929",
                        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
                        "19970929 19971030 19971127 19971230 19980129 19980226 19980330"),
                example(
                        "the first Saturday that follows the first Sunday of the month",
                        "19970913",
                        "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
                        "19970913 19971011 19971108 19971213 19980110 19980207 19980307 19980411 19980509 19980613"),
                example(
                        "the week starts on Monday",
                        "19970805",
                        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
                        "19970805 19970810 19970819 19970824"),
                example(
                        "changing only WKST from MO to SU yields different results", "19970805",
                        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "19970805 19970817 19970819 19970831"),
                example(
                        "an invalid date (February 30) is ignored", "20070115",
                        "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "20070115 20070130 20070215 20070315 20070330"),
                example(
                        "every Friday the 13th, the start that does not fit left out", "19970902",
                        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "19980213 19980313 19981113 19990813 20001013"));
    }

    private static Arguments example(String words, String start, String rule, String dates) {
        return Arguments.of(words, start, rule, dates);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void comes_out_as_published(String words, String start, String rule, String dates) {
        Schedule schedule = schedule(start, rule);
        List<String> wanted = Arrays.asList(dates.split(" "));
        Instant from = schedule.start().atZone(schedule.zone()).toInstant();

        List<LocalDateTime> starts = schedule.starts(rules, from, Instant.parse("2010-01-01T00:00:00Z")).stream()
                .map(start1 -> LocalDateTime.ofInstant(start1, schedule.zone()))
                .toList();

        assertThat(starts.stream()
                        .limit(wanted.size())
                        .map(each -> each.toLocalDate().toString().replace("-", "")))
                .containsExactlyElementsOf(wanted);
        assertThat(starts).allMatch(each -> each.getHour() == 9);
        if (rule.contains("COUNT") || rule.contains("UNTIL")) {
            assertThat(starts).hasSize(wanted.contains("19990313") ? 10 : wanted.size());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void is_the_same_from_any_moment_on(String words, String start, String rule, String dates) {
        Schedule schedule = schedule(start, rule);
        Instant end = Instant.parse("2002-01-01T00:00:00Z");
        List<Instant> all = schedule.starts(rules, Instant.EPOCH, end);

        for (int i = 0; i < Math.min(all.size(), 12); i++) {
            assertThat(schedule.starts(rules, all.get(i), end)).isEqualTo(all.subList(i, all.size()));
            assertThat(schedule.starts(rules, all.get(i).plusSeconds(1), end))
                    .isEqualTo(all.subList(i + 1, all.size()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void a_rule_with_a_pattern_means_the_same_after_a_trip_through_it(
            String words, String start, String rule, String dates) {
        Schedule schedule = schedule(start, rule);
        PatternRules.pattern(schedule.rule(), schedule.zone()).ifPresent(pattern -> {
            Schedule again = new Schedule(PatternRules.rule(pattern, schedule.zone()), schedule.start(), NEW_YORK, 60);
            Instant end = Instant.parse("2002-01-01T00:00:00Z");
            assertThat(again.starts(rules, Instant.EPOCH, end)).isEqualTo(schedule.starts(rules, Instant.EPOCH, end));
        });
    }

    @Test
    void local_time_stays_put_across_daylight_saving_in_both_hemispheres() {
        for (String zone : List.of(
                "Europe/Berlin",
                NEW_YORK,
                "Australia/Sydney",
                "America/Santiago",
                "Pacific/Auckland",
                "America/Bahia_Banderas")) {
            Schedule weekly = new Schedule("FREQ=WEEKLY;BYDAY=TU", LocalDateTime.parse("2026-01-06T09:00"), zone, 45);
            List<Instant> year =
                    weekly.starts(rules, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));

            assertThat(year).hasSize(52);
            assertThat(year)
                    .allSatisfy(
                            start -> assertThat(start.atZone(ZoneId.of(zone)).toLocalTime())
                                    .hasToString("09:00"));
        }
        // Sydney leaves daylight saving on 2026-04-05 and enters it on 2026-10-04: UTC moves, the clock on the wall
        // does not.
        Schedule sydney =
                new Schedule("FREQ=WEEKLY;BYDAY=TU", LocalDateTime.parse("2026-03-31T09:00"), "Australia/Sydney", 45);
        assertThat(sydney.starts(rules, Instant.parse("2026-03-30T00:00:00Z"), Instant.parse("2026-04-08T00:00:00Z")))
                .containsExactly(Instant.parse("2026-03-30T22:00:00Z"), Instant.parse("2026-04-06T23:00:00Z"));
        Schedule berlin =
                new Schedule("FREQ=WEEKLY;BYDAY=TU", LocalDateTime.parse("2026-03-24T09:00"), "Europe/Berlin", 45);
        assertThat(berlin.starts(rules, Instant.parse("2026-03-24T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z")))
                .containsExactly(Instant.parse("2026-03-24T08:00:00Z"), Instant.parse("2026-03-31T07:00:00Z"));
    }

    @Test
    void a_time_that_the_clock_skips_is_read_with_the_offset_before_and_one_that_comes_twice_is_the_first() {
        // RFC 5545, 3.3.5: 02:30 on 2007-03-11 in New York is 03:30 EDT; 01:30 on 2007-11-04 is the one in EDT.
        Schedule gap = new Schedule("FREQ=DAILY", LocalDateTime.parse("2007-03-10T02:30"), NEW_YORK, 30);
        assertThat(gap.starts(rules, Instant.EPOCH, Instant.parse("2007-03-12T12:00:00Z")))
                .containsExactly(
                        Instant.parse("2007-03-10T07:30:00Z"),
                        Instant.parse("2007-03-11T07:30:00Z"),
                        Instant.parse("2007-03-12T06:30:00Z"));
        Schedule overlap = new Schedule("", LocalDateTime.parse("2007-11-04T01:30"), NEW_YORK, 30);
        assertThat(overlap.next(rules, Instant.EPOCH)).contains(Instant.parse("2007-11-04T05:30:00Z"));
    }

    @Test
    void what_is_no_rule_for_meetings_is_refused_by_name() {
        assertRefused("FREQ=SOMETIMES", "rule.malformed");
        assertRefused("every Tuesday", "rule.malformed");
        assertRefused("FREQ=HOURLY", "rule.too_often");
        assertRefused("FREQ=DAILY;BYHOUR=9,10", "rule.too_often");
        assertRefused("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "rule.never");
        assertRefused("FREQ=WEEKLY;UNTIL=19961224T000000Z", "rule.never");
    }

    @Test
    void an_end_by_date_is_kept_in_utc_and_holds_to_the_end_of_that_day() {
        String kept = rules.check(
                "FREQ=DAILY;UNTIL=20261130", LocalDateTime.parse("2026-11-28T23:30"), ZoneId.of("Pacific/Auckland"));
        assertThat(kept).contains("UNTIL=20261130T105959Z");
        Schedule schedule = new Schedule(kept, LocalDateTime.parse("2026-11-28T23:30"), "Pacific/Auckland", 30);
        assertThat(schedule.starts(rules, Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z")))
                .hasSize(3);
        assertThat(PatternRules.pattern(kept, schedule.zone()).orElseThrow().until())
                .isEqualTo(LocalDate.parse("2026-11-30"));
    }

    private void assertRefused(String rule, String because) {
        assertThatThrownBy(() -> rules.check(rule, LocalDateTime.parse("1997-09-02T09:00"), ZoneId.of(NEW_YORK)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.rule()).isEqualTo(because);
                    assertThat(refusal.field()).isEqualTo("schedule.rule");
                });
    }

    private Schedule schedule(String date, String rule) {
        LocalDateTime start = LocalDate.parse(date, java.time.format.DateTimeFormatter.BASIC_ISO_DATE)
                .atTime(9, 0);
        return new Schedule(rules.check(rule, start, ZoneId.of(NEW_YORK)), start, NEW_YORK, 60);
    }
}
