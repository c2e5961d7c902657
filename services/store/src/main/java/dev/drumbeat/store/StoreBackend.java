package dev.drumbeat.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/** Takes each command the way it must go: reads straight away, writes through the group commit. */
final class StoreBackend extends AbstractMongoBackend {

    private static final Logger LOG = System.getLogger(StoreBackend.class.getName());

    /** In lower case. Whatever is not known to only read is treated as a write. */
    private static final Set<String> READS = Set.of(
            "find",
            "count",
            "aggregate",
            "distinct",
            "getmore",
            "killcursors",
            "listcollections",
            "listindexes",
            "listdatabases",
            "hello",
            "ismaster",
            "ping",
            "buildinfo",
            "serverstatus",
            "dbstats",
            "collstats",
            "validate",
            "whatsmyuri",
            "getlasterror",
            "endsessions",
            "connectionstatus",
            "hostinfo",
            "getcmdlineopts",
            "getlog",
            "getfreemonitoringstatus",
            "replsetgetstatus");

    /** Commands that make or remove maps that other writers may be working on. */
    private static final Set<String> STRUCTURAL =
            Set.of("create", "createindexes", "drop", "dropdatabase", "dropindexes");

    private static final Set<String> DURABLE_READS = Set.of("majority", "linearizable", "snapshot");

    private final MVStore store;
    private final GroupCommit commits;
    private final OpenCursors cursors;
    private final Set<String> opened = ConcurrentHashMap.newKeySet();

    StoreBackend(MVStore store, GroupCommit commits, OpenCursors cursors) {
        this.store = store;
        this.commits = commits;
        this.cursors = cursors;
        StoreDatabase.namesIn(store).forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new StoreDatabase(databaseName, cursors, store);
    }

    @Override
    public MongoDatabase resolveDatabase(String databaseName) {
        if (opened.contains(databaseName)) {
            return super.resolveDatabase(databaseName);
        }
        return commits.beside(
                () -> { // opening makes maps, which no commit may cut in half
                    MongoDatabase database = super.resolveDatabase(databaseName);
                    opened.add(databaseName);
                    return database;
                });
    }

    @Override
    public void dropDatabase(String databaseName) {
        opened.remove(databaseName);
        super.dropDatabase(databaseName);
    }

    @Override
    protected Document handleGetMore(String databaseName, String command, Document query) {
        int batchSize = query.get("batchSize") instanceof Number number ? number.intValue() : 0;
        long id = ((Number) Objects.requireNonNull(query.get(command))).longValue();
        return cursors.getMore(databaseName + "." + query.get("collection"), id, batchSize);
    }

    @Override
    protected Document handleKillCursors(Document query) {
        return cursors.kill(query.get("cursors") instanceof Iterable<?> ids ? ids : List.of());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        Supplier<Document> action = () -> answer(channel, database, command, name, query);
        try {
            if (READS.contains(name)) {
                Document answer = action.get();
                if (wantsDurable(query)) {
                    commits.awaitSeen();
                }
                return answer;
            }
            return STRUCTURAL.contains(name) ? commits.changeAlone(action) : commits.change(action);
        } catch (MongoServerException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "failed to answer " + command + " on " + database, e);
            throw e;
        }
    }

    private Document answer(Channel channel, String database, String command, String name, Document query) {
        return switch (name) {
            case "hello" -> hello(super.handleCommand(channel, database, "ismaster", query));
            case "ismaster" -> hello(super.handleCommand(channel, database, command, query));
            case "listdatabases" -> listDatabases();
            case "renamecollection" -> throw Refusals.refused(command);
            default -> super.handleCommand(channel, database, command, query);
        };
    }

    private static Document hello(Document answer) {
        return answer.append("isWritablePrimary", true).append("readOnly", false);
    }

    private Document listDatabases() {
        var names = StoreDatabase.namesIn(store).stream()
                .map(name -> new Document("name", name).append("sizeOnDisk", 0L).append("empty", false))
                .toList();
        return new Document("databases", names)
                .append("totalSize", store.getFileStore().size())
                .append("ok", 1.0);
    }

    /** A caller may ask for an answer that no crash can take back, as MongoDB lets it. */
    private static boolean wantsDurable(Document query) {
        return query.get("readConcern") instanceof Document concern
                && concern.get("level") instanceof String level
                && DURABLE_READS.contains(level);
    }
}
