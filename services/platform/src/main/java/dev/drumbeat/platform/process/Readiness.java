package dev.drumbeat.platform.process;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares the store and warms up before the server opens its port, waiting for a store that starts later, and then says by the
 * gRPC health protocol, and at the operator's port, whether the store can be reached. {@code ""} and {@code readiness} follow the store; {@code liveness} is good as
 * long as the process answers.
 */
@Context
final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final long PERIOD_MILLIS = 1_000;

    private final MongoDatabase database;
    private final HealthStatusManager health;
    private final Operations operations;
    private final List<Preparation> preparations;
    private final List<WarmUp> warmUps;
    private final Thread watch = Thread.ofVirtual().name("readiness").unstarted(this::watch);

    Readiness(
            MongoDatabase database,
            HealthStatusManager health,
            Operations operations,
            List<Preparation> preparations,
            List<WarmUp> warmUps) {
        this.database = database;
        this.health = health;
        this.operations = operations;
        this.preparations = preparations;
        this.warmUps = warmUps;
    }

    @PostConstruct
    void start() throws InterruptedException {
        boolean waiting = false;
        while (!prepared()) {
            if (!waiting) {
                LOG.info("waiting for the store");
                waiting = true;
            }
            Thread.sleep(PERIOD_MILLIS / 2);
        }
        warmUp();
        operations.begin();
        health.setStatus("liveness", ServingStatus.SERVING);
        say(ServingStatus.SERVING);
        watch.start();
    }

    @PreDestroy
    void stop() {
        watch.interrupt();
        operations.ready(false);
        health.enterTerminalState();
    }

    private boolean prepared() {
        if (!isReachable()) {
            return false;
        }
        try {
            preparations.forEach(Preparation::prepare);
            return true;
        } catch (MongoTimeoutException | MongoSocketException e) {
            // A new index over much data takes longer than a call may: it goes on in the store, and is there in a
            // while.
            LOG.info("the store is not prepared yet: {}", e.toString());
            return false;
        }
    }

    private void warmUp() {
        long begin = System.nanoTime();
        for (WarmUp warmUp : warmUps) {
            try {
                warmUp.warmUp();
            } catch (Exception e) {
                LOG.info("the first calls will take longer: {}", e.toString());
            }
        }
        LOG.info("warm after {} ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }

    private void watch() {
        boolean was = true;
        try {
            while (true) {
                Thread.sleep(PERIOD_MILLIS);
                boolean is = isReachable();
                if (is != was) {
                    LOG.info(is ? "the store can be reached again" : "the store can't be reached");
                    say(is ? ServingStatus.SERVING : ServingStatus.NOT_SERVING);
                    was = is;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReachable() {
        try {
            database.runCommand(new Document("ping", 1));
            return true;
        } catch (MongoException e) {
            return false;
        }
    }

    private void say(ServingStatus status) {
        health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, status);
        health.setStatus("readiness", status);
        operations.ready(status == ServingStatus.SERVING);
    }
}
