package dev.drumbeat.cadence.process;

import dev.drumbeat.cadence.AgendaDesk;
import dev.drumbeat.cadence.CalendarWriter;
import dev.drumbeat.cadence.Changed;
import dev.drumbeat.cadence.DefaultSeries;
import dev.drumbeat.cadence.EditAgenda;
import dev.drumbeat.cadence.FeedStore;
import dev.drumbeat.cadence.KeepCommitments;
import dev.drumbeat.cadence.KeepFeeds;
import dev.drumbeat.cadence.KeepSeries;
import dev.drumbeat.cadence.Ledger;
import dev.drumbeat.cadence.MeetingStore;
import dev.drumbeat.cadence.Members;
import dev.drumbeat.cadence.MinutesExport;
import dev.drumbeat.cadence.ReadCadence;
import dev.drumbeat.cadence.RecordPast;
import dev.drumbeat.cadence.RunMeeting;
import dev.drumbeat.cadence.SeriesStore;
import dev.drumbeat.cadence.Sweeping;
import dev.drumbeat.cadence.TakeNotes;
import dev.drumbeat.cadence.WriteMail;
import dev.drumbeat.cadence.agenda.AgendaSources;
import dev.drumbeat.cadence.schedule.RecurrenceRules;
import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.domain.MailBox;
import dev.drumbeat.platform.domain.PartnershipDirectory;
import dev.drumbeat.platform.process.Sweep;
import dev.drumbeat.platform.watch.Changes;
import dev.drumbeat.platform.watch.Feed;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The use cases with their ports, and what is done again and again. */
@Factory
final class UseCases {
    private static final int CHANGES_AT_ONCE = 500;
    private static final Duration DEFAULTS_PERIOD = Duration.ofSeconds(5);
    private static final Duration JUDGING_PERIOD = Duration.ofSeconds(20);
    private static final Duration WRITING_PERIOD = Duration.ofSeconds(30);
    private static final Duration FOLLOWING_PERIOD = Duration.ofSeconds(3);

    @Singleton
    @Bean(preDestroy = "close")
    Feed<Changed> feed(MeetingStore meetings, SeriesStore series, Clock clock) {
        return new Feed<>(
                new Changes<>(
                        "cadence",
                        moment -> changedAfter(meetings, series, moment),
                        CHANGES_AT_ONCE,
                        Changed::key,
                        Changed::at),
                clock);
    }

    private static List<Changed> changedAfter(MeetingStore meetings, SeriesStore series, Instant moment) {
        return Stream.concat(
                        meetings.changedAfter(moment, CHANGES_AT_ONCE).stream(),
                        series.changedAfter(moment, CHANGES_AT_ONCE).stream())
                .sorted(Comparator.comparing(Changed::at))
                .limit(CHANGES_AT_ONCE)
                .toList();
    }

    @Singleton
    Ledger ledger(MeetingStore meetings, SeriesStore series, RecurrenceRules rules, Clock clock, Feed<Changed> feed) {
        return new Ledger(meetings, series, rules, clock, feed::wake);
    }

    @Singleton
    AgendaDesk agendaDesk(AgendaSources sources, MeetingStore meetings, Ledger ledger) {
        return new AgendaDesk(sources, meetings, ledger);
    }

    @Singleton
    KeepSeries keepSeries(SeriesStore series, RecurrenceRules rules, Clock clock, Feed<Changed> feed) {
        return new KeepSeries(series, rules, clock, feed::wake);
    }

    @Singleton
    DefaultSeries defaultSeries(SeriesStore series, Members members, Clock clock, Feed<Changed> feed) {
        return new DefaultSeries(series, members, clock, feed::wake);
    }

    @Singleton
    RunMeeting runMeeting(Ledger ledger, AgendaDesk desk, Members members) {
        return new RunMeeting(ledger, desk, members);
    }

    @Singleton
    EditAgenda editAgenda(Ledger ledger, AgendaDesk desk) {
        return new EditAgenda(ledger, desk);
    }

    @Singleton
    TakeNotes takeNotes(Ledger ledger, Members members) {
        return new TakeNotes(ledger, members);
    }

    @Singleton
    KeepCommitments keepCommitments(Ledger ledger, MeetingStore meetings, Members members) {
        return new KeepCommitments(ledger, meetings, members);
    }

    @Singleton
    RecordPast recordPast(SeriesStore series, MeetingStore meetings, Members members, Ledger ledger) {
        return new RecordPast(series, meetings, members, ledger);
    }

    @Singleton
    ReadCadence readCadence(
            SeriesStore series, MeetingStore meetings, RecurrenceRules rules, Ledger ledger, AgendaDesk desk) {
        return new ReadCadence(series, meetings, rules, ledger, desk);
    }

    @Singleton
    KeepFeeds keepFeeds(
            FeedStore feeds, CallerDirectory callers, ReadCadence readCadence, CalendarWriter writer, Clock clock) {
        return new KeepFeeds(feeds, callers, readCadence, writer, clock);
    }

    @Singleton
    WriteMail writeMail(
            Members members,
            CallerDirectory callers,
            SeriesStore series,
            MeetingStore meetings,
            Ledger ledger,
            RecurrenceRules rules,
            AgendaSources sources,
            MinutesExport export,
            CalendarWriter calendar,
            MailBox mail,
            Clock clock) {
        return new WriteMail(members, callers, series, meetings, ledger, rules, sources, export, calendar, mail, clock);
    }

    @Singleton
    Sweep writing(WriteMail mail) {
        return new Sweep("mail-writing", WRITING_PERIOD, mail::compare);
    }

    @Singleton
    Sweeping sweeping(
            SeriesStore series,
            MeetingStore meetings,
            Ledger ledger,
            AgendaDesk desk,
            RecurrenceRules rules,
            PartnershipDirectory directory) {
        return new Sweeping(series, meetings, ledger, desk, rules, directory);
    }

    @Singleton
    Sweep defaults(DefaultSeries defaults) {
        return new Sweep("defaults", DEFAULTS_PERIOD, defaults::reconcile);
    }

    @Singleton
    Sweep judging(Sweeping sweeping) {
        return new Sweep("judging", JUDGING_PERIOD, sweeping::judge);
    }

    @Singleton
    Sweep following(Sweeping sweeping) {
        return new Sweep("following", FOLLOWING_PERIOD, sweeping::follow);
    }
}
