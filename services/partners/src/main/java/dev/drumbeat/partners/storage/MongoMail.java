package dev.drumbeat.partners.storage;

import com.mongodb.client.MongoDatabase;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.mongo.MailDocuments;
import jakarta.inject.Singleton;

/** Mail about accounts. */
@Singleton
final class MongoMail extends MailDocuments {
    MongoMail(MongoDatabase database, AuditTrail trail) {
        super(database, trail);
    }
}
