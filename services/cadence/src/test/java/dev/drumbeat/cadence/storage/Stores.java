package dev.drumbeat.cadence.storage;

import com.mongodb.client.MongoDatabase;
import dev.drumbeat.cadence.FeedStore;
import dev.drumbeat.cadence.MeetingStore;
import dev.drumbeat.cadence.SeriesStore;
import dev.drumbeat.cadence.recurrence.Rules;
import dev.drumbeat.platform.domain.MailStore;
import dev.drumbeat.platform.mongo.AuditTrail;
import java.time.Clock;

/** The stores as production has them. */
public final class Stores {
    private Stores() {}

    public static SeriesStore series(MongoDatabase database, Clock clock) {
        MongoSeries series = new MongoSeries(database, new AuditTrail(database), Rules.rules(), clock);
        series.prepare();
        return series;
    }

    public static FeedStore feeds(MongoDatabase database) {
        MongoFeeds feeds = new MongoFeeds(database, new AuditTrail(database));
        feeds.prepare();
        return feeds;
    }

    public static MailStore mail(MongoDatabase database) {
        MongoMail mail = new MongoMail(database, new AuditTrail(database));
        mail.prepare();
        return mail;
    }

    public static MeetingStore meetings(MongoDatabase database, Clock clock) {
        MongoMeetings meetings = new MongoMeetings(database, new AuditTrail(database), clock);
        meetings.prepare();
        return meetings;
    }
}
