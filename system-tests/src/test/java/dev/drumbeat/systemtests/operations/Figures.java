package dev.drumbeat.systemtests.operations;

import dev.drumbeat.launcher.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Everything that the processes of a house give Prometheus now. */
public final class Figures {
    private static final List<String> PROCESSES =
            List.of("gateway", "partners", "kpis", "actions", "incentives", "cadence");

    private Figures() {}

    public static List<Sample> of(House house) {
        List<Sample> samples = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String process : PROCESSES) {
                URI address = URI.create("http://127.0.0.1:" + house.operatorPort(process) + "/metrics");
                samples.addAll(
                        Sample.all(client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                                .body()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return samples;
    }
}
