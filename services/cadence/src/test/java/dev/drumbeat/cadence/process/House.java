package dev.drumbeat.cadence.process;

import com.mongodb.client.MongoDatabase;
import dev.drumbeat.cadence.AgendaDesk;
import dev.drumbeat.cadence.Changed;
import dev.drumbeat.cadence.DefaultSeries;
import dev.drumbeat.cadence.FakeMailServer;
import dev.drumbeat.cadence.FakeMembers;
import dev.drumbeat.cadence.FakeSources;
import dev.drumbeat.cadence.Ledger;
import dev.drumbeat.cadence.MeetingStore;
import dev.drumbeat.cadence.ReadCadence;
import dev.drumbeat.cadence.SeriesStore;
import dev.drumbeat.cadence.Sweeping;
import dev.drumbeat.cadence.WriteMail;
import dev.drumbeat.cadence.grpc.Endpoints;
import dev.drumbeat.cadence.icalendar.Writers;
import dev.drumbeat.cadence.minutes.Exports;
import dev.drumbeat.cadence.recurrence.Rules;
import dev.drumbeat.cadence.schedule.RecurrenceRules;
import dev.drumbeat.cadence.storage.Stores;
import dev.drumbeat.platform.domain.MailBox;
import dev.drumbeat.platform.domain.MailServer;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.watch.Feed;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc.CadenceServiceBlockingStub;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc.CadenceServiceStub;
import dev.drumbeat.testkit.FakeDirectory;
import dev.drumbeat.testkit.GrpcHarness;
import dev.drumbeat.testkit.Identities;
import dev.drumbeat.testkit.MutableClock;
import dev.drumbeat.testkit.StoreUnderTest;
import java.time.Instant;

/** The whole service behind a real server with the production interceptors; only time, people, keys and the data are made up. */
public final class House implements AutoCloseable {
    public static final String PARTNERSHIP = "partnerships/acme";

    public final MutableClock clock;
    public final FakeDirectory directory;
    public final FakeMembers members;
    public final FakeSources sources;
    public final DefaultSeries defaults;
    public final Sweeping sweeping;
    /** As given; a fake one that is told what to do, unless a test brings its own. */
    public final FakeMailServer mailServer;

    public final MailBox deliverMail;
    public final WriteMail writeMail;
    private final boolean first;
    private final StoreUnderTest store;
    private final GrpcHarness harness;
    private final Feed<Changed> feed;

    /** Monday, 23 November 2026, 10:00 in Berlin; the next weekly sync is tomorrow at 9:00. */
    public House() {
        this(new FakeMailServer());
    }

    /** The same with a mail server of one's own. */
    public House(MailServer mailServer) {
        this(
                new MutableClock(Instant.parse("2026-11-23T09:00:00Z")),
                new FakeDirectory(),
                new FakeMembers(),
                StoreUnderTest.open(),
                mailServer,
                true);
        members.add(directory.staffed("acme", "Europe/Berlin", "EUR"));
        defaults.reconcile();
    }

    private House(
            MutableClock clock,
            FakeDirectory directory,
            FakeMembers members,
            StoreUnderTest store,
            MailServer server,
            boolean first) {
        this.first = first;
        this.clock = clock;
        this.directory = directory;
        this.members = members;
        this.store = store;
        this.mailServer = server instanceof FakeMailServer fake ? fake : new FakeMailServer();
        this.sources = new FakeSources(clock);
        MongoDatabase database = store.database();
        SeriesStore series = Stores.series(database, clock);
        MeetingStore meetings = Stores.meetings(database, clock);
        RecurrenceRules rules = Rules.rules();
        UseCases wired = new UseCases();
        feed = wired.feed(meetings, series, clock);
        Ledger ledger = wired.ledger(meetings, series, rules, clock, feed);
        AgendaDesk desk = wired.agendaDesk(sources, meetings, ledger);
        AuditTrail trail = new AuditTrail(database);
        defaults = wired.defaultSeries(series, members, clock, feed);
        sweeping = wired.sweeping(series, meetings, ledger, desk, rules, directory);
        ReadCadence readCadence = wired.readCadence(series, meetings, rules, ledger, desk);
        deliverMail = new MailBox(Stores.mail(database), server, mail -> mail, clock);
        writeMail = wired.writeMail(
                members,
                directory,
                series,
                meetings,
                ledger,
                rules,
                sources,
                Exports.minutes(),
                Writers.calendar(),
                deliverMail,
                clock);
        harness = GrpcHarness.start(
                Identities.create(clock),
                directory,
                Endpoints.cadence(
                        directory,
                        wired.keepSeries(series, rules, clock, feed),
                        readCadence,
                        wired.runMeeting(ledger, desk, members),
                        wired.editAgenda(ledger, desk),
                        wired.takeNotes(ledger, members),
                        wired.keepCommitments(ledger, meetings, members),
                        wired.recordPast(series, meetings, members, ledger),
                        wired.keepFeeds(Stores.feeds(database), directory, readCadence, Writers.calendar(), clock),
                        Exports.minutes(),
                        deliverMail,
                        trail,
                        feed,
                        clock));
    }

    /** Another process of the service on the same store. */
    public House replica() {
        return replica(new FakeMailServer());
    }

    /** The same, which hands mail over to another server than this one. */
    public House replica(MailServer mailServer) {
        return new House(clock, directory, members, store, mailServer, false);
    }

    /** {@code owner-ops}, {@code partner-leader} and so on. */
    public CadenceServiceBlockingStub as(String seat) {
        return CadenceServiceGrpc.newBlockingStub(harness.as("people/acme-" + seat));
    }

    /** Any subject. */
    public CadenceServiceBlockingStub asSubject(String subject) {
        return CadenceServiceGrpc.newBlockingStub(harness.as(subject));
    }

    public CadenceServiceStub asyncAsSubject(String subject) {
        return CadenceServiceGrpc.newStub(harness.as(subject));
    }

    public CadenceServiceStub asyncAs(String seat) {
        return CadenceServiceGrpc.newStub(harness.as("people/acme-" + seat));
    }

    @Override
    public void close() {
        feed.close();
        harness.close();
        if (first) {
            store.close();
        }
    }
}
