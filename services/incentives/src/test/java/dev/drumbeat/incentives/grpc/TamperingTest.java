package dev.drumbeat.incentives.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.drumbeat.proto.incentives.v1.JournalHead;
import dev.drumbeat.proto.incentives.v1.TamperFinding;
import dev.drumbeat.proto.incentives.v1.TamperKind;
import dev.drumbeat.proto.incentives.v1.VerifyStatementsRequest;
import dev.drumbeat.proto.incentives.v1.VerifyStatementsResponse;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;

/** Somebody with a hand in the database. */
final class TamperingTest extends PayStories {
    @Test
    void whatever_is_done_to_stored_statements_behind_the_service_is_named() {
        inForce("2026-05");
        sweep(house);
        MongoCollection<Document> journal = house.database().getCollection("journal");
        VerifyStatementsResponse intact = verify(JournalHead.getDefaultInstance());
        assertThat(intact.getFindingsList())
                .extracting(TamperFinding::getKind)
                .containsExactly(TamperKind.TAMPER_KIND_KEPT_HEAD_UNKNOWN);
        assertThat(verify(intact.getHead()).getIntact()).isTrue();
        long count = intact.getHead().getCount();
        assertThat(count).isGreaterThanOrEqualTo(5);

        Document third = row(journal, 3);
        journal.updateOne(
                Filters.eq(third.get("_id")),
                Updates.set("entry.fact.lines.0.amount.amount", Decimal128.parse("9999.00")));
        assertThat(named(verify(intact.getHead()))).contains("EDITED 3");
        journal.replaceOne(Filters.eq(third.get("_id")), third);
        assertThat(verify(intact.getHead()).getIntact()).isTrue();

        journal.deleteOne(Filters.eq(third.get("_id")));
        assertThat(named(verify(intact.getHead()))).containsExactly("DELETED 3");
        journal.insertOne(third);

        Document last = row(journal, count);
        journal.deleteOne(Filters.eq(last.get("_id")));
        assertThat(named(verify(intact.getHead()))).contains("TAIL_CUT " + count);
        journal.insertOne(last);

        Document forged =
                new Document(third).append("_id", third.get("_id") + "x").append("position", count + 1);
        journal.insertOne(forged);
        assertThat(named(verify(intact.getHead()))).containsExactly("INSERTED " + (count + 1));
        journal.deleteOne(Filters.eq(forged.get("_id")));

        Document fourth = row(journal, 4);
        journal.updateOne(Filters.eq(third.get("_id")), Updates.set("position", 4L));
        journal.updateOne(Filters.eq(fourth.get("_id")), Updates.set("position", 3L));
        assertThat(named(verify(intact.getHead())))
                .allMatch(found -> found.startsWith("REORDERED"))
                .isNotEmpty();
    }

    private static Document row(MongoCollection<Document> journal, long position) {
        return Objects.requireNonNull(
                journal.find(Filters.and(Filters.eq("partnership", P), Filters.eq("position", position)))
                        .first());
    }

    private static List<String> named(VerifyStatementsResponse response) {
        return response.getFindingsList().stream()
                .map(found -> found.getKind().name().substring("TAMPER_KIND_".length()) + " " + found.getSequence())
                .toList();
    }

    private VerifyStatementsResponse verify(JournalHead kept) {
        return house.as(PARTNER_LEADER)
                .verifyStatements(VerifyStatementsRequest.newBuilder()
                        .setPartnership(P)
                        .setKeptHead(kept)
                        .build());
    }
}
