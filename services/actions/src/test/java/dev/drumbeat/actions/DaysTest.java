package dev.drumbeat.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.platform.domain.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days are counted where the partnership counts them, across midnight and daylight saving. */
final class DaysTest {
    @ParameterizedTest
    @CsvSource({
        // the last and the first moment of a day in either company's zone
        "America/New_York, 2026-11-24T04:59:59.999Z, 2026-11-23",
        "America/New_York, 2026-11-24T05:00:00Z, 2026-11-24",
        "Europe/Berlin, 2026-11-23T22:59:59.999Z, 2026-11-23",
        "Europe/Berlin, 2026-11-23T23:00:00Z, 2026-11-24",
        // the days on which clocks change: 8 March and 1 November in New York, 29 March and 25 October in Berlin
        "America/New_York, 2026-03-09T03:59:59Z, 2026-03-08",
        "America/New_York, 2026-03-09T04:00:00Z, 2026-03-09",
        "America/New_York, 2026-11-02T04:59:59Z, 2026-11-01",
        "Europe/Berlin, 2026-03-29T21:59:59Z, 2026-03-29",
        "Europe/Berlin, 2026-03-29T22:00:00Z, 2026-03-30",
        "Europe/Berlin, 2026-10-25T22:59:59Z, 2026-10-25",
        "America/Bahia_Banderas, 2026-04-06T05:59:59Z, 2026-04-05"
    })
    void today_is_not_past_and_yesterday_is(String zone, Instant now, String today) {
        Desk desk = new Desk(zone);
        desk.clock.set(now);
        CorrectiveAction action = desk.red();
        String yesterday = java.time.LocalDate.parse(today).minusDays(1).toString();
        assertThatThrownBy(() -> desk.propose("owner-ops", action.name(), "partner-ops", yesterday, ""))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("due_date.past"));
        assertThat(desk.propose("owner-ops", action.name(), "partner-ops", today, "")
                        .standing()
                        .proposal())
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-03-07, 2026-03-09T04:00:00Z, 2026-03-14T04:00:00Z",
        "America/New_York, 2026-10-31, 2026-11-02T05:00:00Z, 2026-11-07T05:00:00Z",
        "Europe/Berlin, 2026-03-28, 2026-03-29T22:00:00Z, 2026-04-03T22:00:00Z",
        "Europe/Berlin, 2026-10-24, 2026-10-25T23:00:00Z, 2026-10-30T23:00:00Z",
    })
    void two_days_overdue_begins_with_a_day_of_the_partnership(
            String zone, String due, Instant second, Instant seventh) {
        Desk desk = new Desk(zone);
        desk.clock.set(second.minus(Duration.ofDays(4)));
        String name = desk.agreed(desk.red().name(), due).name();

        desk.clock.set(second.minusMillis(1));
        desk.reconciler().all();
        assertThat(escalations(desk, name)).isEmpty();

        desk.clock.set(seventh.plus(Duration.ofDays(30)));
        desk.reconciler().all();
        desk.reconciler().all();
        assertThat(escalations(desk, name))
                .containsExactly("OVERDUE_LEADERS@" + second, "OVERDUE_PORTFOLIO@" + seventh);
        assertThat(desk.failures).isEmpty();
    }

    @Test
    void unowned_is_counted_in_hours_whatever_the_calendar_does() {
        Desk desk = new Desk("America/New_York");
        desk.clock.set(Instant.parse("2026-03-07T20:00:00Z"));
        String name = desk.red().name();
        desk.clock.advance(Duration.ofHours(72));
        desk.reconciler().all();
        assertThat(escalations(desk, name))
                .containsExactly("UNOWNED_OPS@2026-03-08T20:00:00Z", "UNOWNED_LEADERS@2026-03-10T20:00:00Z");
        assertThat(ActionFigures.of(desk.action(name), desk.clock.instant()).unowned())
                .isEqualTo(Duration.ofHours(72));
    }

    /**
     * New York's clocks go forward at 2:00 on 8 March 2026 and back at 2:00 on 1 November; Berlin's at 2:00 on 29 March and at 3:00
     * on 25 October. The due day ends at midnight where the partnership counts its days, whichever side looks, and hours are hours.
     */
    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-03-06T05:00:00Z, 2026-03-08, 2026-03-09T04:00:00Z, 71",
        "America/New_York, 2026-10-30T04:00:00Z, 2026-11-01, 2026-11-02T05:00:00Z, 73",
        "Europe/Berlin, 2026-03-26T23:00:00Z, 2026-03-29, 2026-03-29T22:00:00Z, 71",
        "Europe/Berlin, 2026-10-22T22:00:00Z, 2026-10-25, 2026-10-25T23:00:00Z, 73",
        "Asia/Kolkata, 2026-03-26T18:30:00Z, 2026-03-29, 2026-03-29T18:30:00Z, 72",
    })
    void three_days_of_the_calendar_are_as_many_hours_as_they_are(
            String zone, Instant redAt, String due, Instant overdueFrom, long hours) {
        Desk desk = new Desk(zone);
        desk.clock.set(redAt);
        String name = desk.red().name();
        desk.propose("owner-ops", name, "partner-ops", due, "");
        desk.clock.set(overdueFrom.minusMillis(1));
        desk.reconciler().all();
        // The last moment of the due day: both still may, and it is not overdue then.
        CorrectiveAction agreed = desk.accept("partner-ops", name);
        assertThat(ActionFigures.overdueDays(agreed, desk.clock.instant())).isZero();
        assertThat(ActionFigures.of(agreed, desk.clock.instant()).unowned())
                .isEqualTo(Duration.ofHours(hours).minusMillis(1));
        assertThat(escalations(desk, name)).first().isEqualTo("UNOWNED_OPS@" + redAt.plus(Duration.ofHours(24)));
        assertThat(escalations(desk, name)).hasSize(hours > 72 ? 2 : 1);

        desk.clock.set(overdueFrom);
        assertThat(ActionFigures.overdueDays(desk.action(name), desk.clock.instant()))
                .isOne();
        assertThat(ActionFigures.of(desk.action(name), desk.clock.instant()).unowned())
                .as("somebody has had it since")
                .isEqualTo(Duration.ofHours(hours).minusMillis(1));
        assertThat(desk.failures).isEmpty();
    }

    @Test
    void a_rung_that_was_met_before_a_step_is_not_forgotten_by_it() {
        Desk desk = new Desk("Europe/Berlin");
        String name = desk.agreed(desk.red().name(), "2026-11-22").name();
        desk.clock.advance(Duration.ofDays(3));
        // Nobody has looked meanwhile; then the work is finished at once.
        CorrectiveAction done = desk.implemented(name);
        assertThat(done.standing().state()).isEqualTo(ActionState.IMPLEMENTED);
        assertThat(escalations(desk, name)).containsExactly("OVERDUE_LEADERS@2026-11-23T23:00:00Z");
        assertThat(ActionFigures.overdueDays(done, desk.clock.instant())).isZero();
    }

    private static java.util.List<String> escalations(Desk desk, String name) {
        return desk.action(name).facts().stream()
                .filter(Fact.Escalated.class::isInstance)
                .map(Fact.Escalated.class::cast)
                .map(escalated -> escalated.rung() + "@" + escalated.metAt())
                .toList();
    }
}
