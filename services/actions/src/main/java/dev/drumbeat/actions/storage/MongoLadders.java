package dev.drumbeat.actions.storage;

import static com.mongodb.client.model.Filters.in;
import static dev.drumbeat.actions.storage.ChangedDocuments.PARTNERSHIP;

import com.mongodb.client.MongoDatabase;
import dev.drumbeat.actions.ActionStore.Changed;
import dev.drumbeat.actions.EscalationLadder;
import dev.drumbeat.actions.LadderStore;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.mongo.DomainDocuments;
import dev.drumbeat.platform.mongo.MongoAggregates;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;

/** Ladders that were changed in the collection {@code ladders}, one document for a partnership. */
@Singleton
final class MongoLadders extends MongoAggregates<EscalationLadder> implements LadderStore {
    private static final String CHANGED_AT = "changedAt";

    MongoLadders(MongoDatabase database, AuditTrail trail) {
        super(database, "ladders", trail);
    }

    @Override
    public void prepare() {
        super.prepare();
        unique("created_key", CREATED_KEY);
        unique("partnership", PARTNERSHIP);
        index("changed_at", CHANGED_AT);
    }

    @Override
    protected String id(EscalationLadder ladder) {
        return ladder.name();
    }

    @Override
    protected Document write(EscalationLadder ladder) {
        EscalationLadder.Change change = Objects.requireNonNull(ladder.change());
        return new Document(PARTNERSHIP, ladder.partnership())
                .append("times", FactDocuments.times(ladder.times()))
                .append("changedBy", DomainDocuments.actor(change.by()))
                .append(CHANGED_AT, change.at())
                .append("reason", change.reason());
    }

    @Override
    protected EscalationLadder read(Document document) {
        return new EscalationLadder(
                Doc.text(document, PARTNERSHIP),
                FactDocuments.times(Doc.child(document, "times")),
                new EscalationLadder.Change(
                        DomainDocuments.actor(Doc.child(document, "changedBy")),
                        Doc.instant(document, CHANGED_AT),
                        Doc.text(document, "reason")));
    }

    @Override
    public Map<String, Versioned<EscalationLadder>> of(Collection<String> partnerships) {
        return documents
                .find(in(PARTNERSHIP, List.copyOf(partnerships)))
                .map(this::versioned)
                .into(new ArrayList<>())
                .stream()
                .collect(Collectors.toMap(kept -> kept.value().partnership(), Function.identity()));
    }

    @Override
    public List<Changed> changedAfter(Instant moment, int atMost) {
        return ChangedDocuments.after(documents, CHANGED_AT, moment, atMost);
    }
}
