package dev.drumbeat.kpis.storage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A database through which only so many writes pass; with the next one the process is dead. Reads pass. */
public final class DyingDatabase {
    private static final Set<String> WRITES =
            Set.of("insertOne", "insertMany", "replaceOne", "updateOne", "bulkWrite", "deleteMany", "findOneAndUpdate");

    /** The process is no more. */
    public static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final MongoDatabase database;
    private final int writes;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    public DyingDatabase(MongoDatabase database, int writes) {
        this.database = database;
        this.writes = writes;
    }

    /** From now on writes are counted. */
    public void begin() {
        left.set(writes);
    }

    public MongoDatabase database() {
        return (MongoDatabase) wrap(database, MongoDatabase.class);
    }

    private Object wrap(Object target, Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (WRITES.contains(method.getName()) && left.getAndDecrement() <= 0) {
                throw new Died();
            }
            try {
                Object result = method.invoke(target, arguments);
                return result instanceof MongoCollection ? wrap(result, MongoCollection.class) : result;
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        });
    }
}
