package dev.drumbeat.demo.life;

import dev.drumbeat.demo.load.HouseTime;
import dev.drumbeat.demo.load.Load;
import dev.drumbeat.demo.load.Sessions;
import dev.drumbeat.demo.plan.DemoPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The weeks before today, lived through in order: figures come in when their periods have ended, meetings are held at their hour,
 * and in them actions go on. What was interrupted goes on where the house's time stands.
 */
public final class Life {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration ARRIVING = Duration.ofMinutes(2);
    private static final Duration TALKING = Duration.ofMinutes(26);

    private final DemoPlan plan;
    private final Sessions sessions;
    private final HouseTime time;
    private final List<Table> tables;

    private final String password;

    /** @param password of everybody; signing asks for it anew */
    public Life(DemoPlan plan, Sessions sessions, HouseTime time, String password) {
        this.password = password;
        this.plan = plan;
        this.sessions = sessions;
        this.time = time;
        this.tables = plan.partnerships().stream()
                .map(partnership -> new Table(partnership, plan.cast().owner(), sessions, time))
                .toList();
    }

    /**
     * Nothing when the house stands at today already: what would have happened can't be entered afterwards.
     *
     * @param progress is told each week, from 0
     */
    public void live(IntConsumer progress) {
        if (!time.isInThePast()) {
            return;
        }
        each(seat -> new Responsibilities(tables.get(seat)).publish());
        deals(Deal::sign);
        LocalDate known = day(time.now());
        for (int week = 0; time.isInThePast(); week++) {
            progress.accept(week);
            LocalDate today = day(time.now());
            Load.goOn(plan, sessions, known, today);
            known = today;
            Instant next = time.now().plus(WEEK);
            week(week, next.isBefore(time.today()) ? next : time.today());
            if (!next.isBefore(time.today())) {
                break;
            }
            goTo(next);
        }
        time.arrive();
        sessions.forget();
        Load.goOn(plan, sessions, known, day(time.now()));
        Meeting.callForToday(tables.getFirst());
    }

    private void week(int week, Instant until) {
        Map<Instant, List<Meeting>> byStart = IntStream.range(0, tables.size())
                .boxed()
                .flatMap(seat -> Meeting.planned(tables.get(seat), seat, week, time.now(), until).stream())
                .filter(Meeting::takesPlace)
                .filter(meeting -> meeting.start().plus(TALKING).isBefore(until))
                .collect(Collectors.groupingBy(Meeting::start, TreeMap::new, Collectors.toList()));
        byStart.forEach(this::hold);
        if (byStart.isEmpty()) {
            each(seat -> new Answers(tables.get(seat), seat).goOn());
        }
        deals(deal -> {
            deal.tell();
            deal.settle();
            deal.reply();
        });
    }

    private void hold(Instant start, List<Meeting> meetings) {
        goTo(start.plus(ARRIVING));
        Load.atOnce(meetings, Meeting::begin);
        time.goTo(start.plus(TALKING));
        Load.atOnce(meetings, meeting -> {
            if (!meeting.review()) {
                new Answers(meeting.table(), meeting.seat()).goOn();
            }
            meeting.talk();
            meeting.end();
        });
    }

    private void goTo(Instant moment) {
        time.goTo(moment);
        sessions.forget();
    }

    /** One after the other: a LEADER who gives their password in three places at once is taken for somebody who guesses. */
    private void deals(Consumer<Deal> work) {
        tables.stream()
                .filter(table -> Deal.PARTNERS.contains(table.slug()))
                .map(table -> new Deal(table, password))
                .forEach(work);
    }

    private void each(IntConsumer work) {
        Load.atOnce(IntStream.range(0, tables.size()).boxed().toList(), work::accept);
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, plan.cast().owner().timeZone());
    }
}
