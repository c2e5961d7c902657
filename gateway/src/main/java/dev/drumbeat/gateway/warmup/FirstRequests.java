package dev.drumbeat.gateway.warmup;

import dev.drumbeat.gateway.graphql.RegisteredDocuments;
import dev.drumbeat.gateway.telemetry.AnswerFigures;
import dev.drumbeat.platform.grpc.Channels;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Connects to the services and asks itself for the page and each of its documents, as nobody and so without effect, before the
 * gateway says that it is ready: else the first visitor waits for all of it. A service that can't be reached holds this up
 * for {@link #CONNECTING} at most.
 */
@Component
final class FirstRequests implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(FirstRequests.class);
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration ALL = Duration.ofSeconds(10);
    private static final Duration ONE = Duration.ofSeconds(3);
    private static final int ROUNDS = 3;

    private final List<ManagedChannel> channels;
    private final RegisteredDocuments documents;
    private final Environment environment;
    private final AnswerFigures figures;
    private final String address;

    FirstRequests(
            List<ManagedChannel> channels,
            RegisteredDocuments documents,
            Environment environment,
            AnswerFigures figures,
            @Value("${server.address:127.0.0.1}") String address) {
        this.channels = channels;
        this.documents = documents;
        this.environment = environment;
        this.figures = figures;
        this.address = address.equals("0.0.0.0") || address.contains(":") ? "127.0.0.1" : address;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        long begin = System.nanoTime();
        if (!Channels.connect(channels, CONNECTING)) {
            log.info("not every service can be reached yet");
        }
        try {
            askAll(begin);
        } catch (IOException e) {
            log.info("the first requests will take longer: {}", e.toString());
        } finally {
            // What we asked ourselves is nobody's experience.
            figures.begin();
        }
        log.info("warm after {} ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }

    private void askAll(long begin) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int round = 0; round < ROUNDS; round++) {
                ask(client, request("/"));
                // A session that nobody has: partners is asked and says so.
                ask(client, request("/api/portfolio.csv").header("Cookie", "drumbeat-session=nobodys"));
                for (String hash : documents.answeredAtOnce()) {
                    if (System.nanoTime() - begin > ALL.toNanos()) {
                        return;
                    }
                    ask(
                            client,
                            request("/graphql")
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(body(hash))));
                }
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://" + address + ":" + environment.getProperty("local.server.port") + path))
                .timeout(ONE)
                .header("Accept-Encoding", "br, gzip");
    }

    private static void ask(HttpClient client, HttpRequest.Builder request) throws IOException, InterruptedException {
        client.send(request.build(), BodyHandlers.discarding());
    }

    private static String body(String hash) {
        return """
                {"extensions":{"persistedQuery":{"version":1,"sha256Hash":"%s"}}}""".formatted(hash);
    }
}
