package dev.drumbeat.cadence.grpc;

import dev.drumbeat.cadence.Changed;
import dev.drumbeat.cadence.EditAgenda;
import dev.drumbeat.cadence.KeepCommitments;
import dev.drumbeat.cadence.KeepFeeds;
import dev.drumbeat.cadence.KeepSeries;
import dev.drumbeat.cadence.MinutesExport;
import dev.drumbeat.cadence.ReadCadence;
import dev.drumbeat.cadence.RecordPast;
import dev.drumbeat.cadence.RunMeeting;
import dev.drumbeat.cadence.TakeNotes;
import dev.drumbeat.platform.domain.MailBox;
import dev.drumbeat.platform.endpoint.Access;
import dev.drumbeat.platform.endpoint.AuditReading;
import dev.drumbeat.platform.endpoint.WatchStreams;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.watch.Feed;
import dev.drumbeat.testkit.FakeDirectory;
import io.grpc.BindableService;
import java.time.Clock;
import java.util.List;

/** The endpoint as production makes it. */
public final class Endpoints {
    private Endpoints() {}

    public static BindableService cadence(
            FakeDirectory directory,
            KeepSeries keepSeries,
            ReadCadence readCadence,
            RunMeeting runMeeting,
            EditAgenda editAgenda,
            TakeNotes takeNotes,
            KeepCommitments keepCommitments,
            RecordPast recordPast,
            KeepFeeds keepFeeds,
            MinutesExport minutesExport,
            MailBox mail,
            AuditTrail trail,
            Feed<Changed> feed,
            Clock clock) {
        Access access = new Access(directory, directory);
        Table table = new Table(access, readCadence, clock);
        return new CadenceEndpoint(List.of(
                new SeriesCalls(table, keepSeries),
                new MeetingCalls(table, readCadence),
                new RunningCalls(table, runMeeting, recordPast),
                new AgendaCalls(table, editAgenda),
                new DecisionCalls(table, takeNotes),
                new CommitmentCalls(table, keepCommitments),
                new MinutesCalls(table, readCadence, minutesExport),
                new FeedCalls(keepFeeds),
                new MailCalls(table, mail),
                new ChangeCalls(access, new AuditReading(trail, access), new WatchStreams(), feed)));
    }
}
