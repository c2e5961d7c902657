package dev.drumbeat.systemtests.operations;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Takes traces as an OpenTelemetry collector does (OTLP over HTTP, protobuf), by the numbers of the fields in opentelemetry-proto. */
public final class Collector implements AutoCloseable {
    /** @param parent empty for the first of its trace */
    public record Span(
            String service, String trace, String id, String parent, String name, Map<String, String> attributes) {}

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    private Collector(HttpServer server) {
        this.server = server;
    }

    public static Collector start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Collector collector = new Collector(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/v1/traces", exchange -> {
                try (exchange) {
                    collector.read(
                            UnknownFieldSet.parseFrom(exchange.getRequestBody().readAllBytes()));
                    exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
                    exchange.sendResponseHeaders(200, -1);
                }
            });
            server.start();
            return collector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Span> spans() {
        return List.copyOf(spans);
    }

    /** The spans of one trace. */
    public List<Span> trace(String id) {
        return spans.stream().filter(span -> span.trace().equals(id)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void read(UnknownFieldSet request) throws IOException {
        for (UnknownFieldSet ofResource : messages(request, 1)) {
            String service = messages(ofResource, 1).stream()
                    .map(resource -> attributes(resource, 1))
                    .map(attributes -> attributes.getOrDefault("service.name", ""))
                    .findFirst()
                    .orElse("");
            for (UnknownFieldSet ofScope : messages(ofResource, 2)) {
                messages(ofScope, 2).forEach(span -> spans.add(span(service, span)));
            }
        }
    }

    private static Span span(String service, UnknownFieldSet span) {
        HexFormat hex = HexFormat.of();
        return new Span(
                service,
                hex.formatHex(bytes(span, 1).toByteArray()),
                hex.formatHex(bytes(span, 2).toByteArray()),
                hex.formatHex(bytes(span, 4).toByteArray()),
                bytes(span, 5).toStringUtf8(),
                attributes(span, 9));
    }

    private static Map<String, String> attributes(UnknownFieldSet message, int field) {
        return messages(message, field).stream()
                .collect(Collectors.toMap(
                        pair -> bytes(pair, 1).toStringUtf8(),
                        pair -> messages(pair, 2).stream()
                                .map(value -> bytes(value, 1).toStringUtf8())
                                .findFirst()
                                .orElse("")));
    }

    private static ByteString bytes(UnknownFieldSet message, int field) {
        List<ByteString> values = message.getField(field).getLengthDelimitedList();
        return values.isEmpty() ? ByteString.EMPTY : values.getLast();
    }

    private static List<UnknownFieldSet> messages(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().stream()
                .map(Collector::message)
                .toList();
    }

    private static UnknownFieldSet message(ByteString bytes) {
        try {
            return UnknownFieldSet.parseFrom(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
