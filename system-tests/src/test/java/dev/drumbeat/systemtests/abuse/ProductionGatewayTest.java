package dev.drumbeat.systemtests.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.house.GatewayBeside;
import dev.drumbeat.systemtests.house.SharedHouse;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.Setup;
import dev.drumbeat.systemtests.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A gateway as it runs in production: it answers the page's own documents, and waits for nobody who takes his time. */
@ExtendWith(SharedHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductionGatewayTest {
    private static final String FOREIGN = "{ viewer { person { slug } } }";
    private static final int SILENCE_MILLIS = 200;

    private final TestHouse house;
    private final Partnership partnership;
    private final GatewayBeside gateway;
    private final Refusals refusals = new Refusals();

    ProductionGatewayTest(TestHouse house) {
        this.house = house;
        this.partnership = World.another(house.api(), "sumac", "Sumac");
        this.gateway = GatewayBeside.start(
                house,
                "production",
                Map.of(
                        "SPRING_PROFILES_ACTIVE", "production",
                        "DRUMBEAT_REQUEST_LIMIT", "2s",
                        "DRUMBEAT_TRANSFER_LIMIT", "2s",
                        "SERVER_TOMCAT_CONNECTION_TIMEOUT", "1s"));
    }

    @AfterAll
    void stop() {
        gateway.close();
        System.out.println("Abuse of production: " + refusals.inWords());
    }

    @Test
    void a_registered_document_is_answered_by_its_hash_and_by_its_text() {
        Caller person = partnership.signIn(gateway.api(), Seat.OWNER_LEADER);
        String text = registered().values().stream()
                .filter(document -> document.startsWith("query") && !document.contains("$"))
                .findFirst()
                .orElseThrow();

        assertThat(person.graphql(text, Map.of()).has("errors")).isFalse();
        JsonObject byHash = send(person, Map.of("extensions", persisted(hash(text))));
        assertThat(byHash.has("errors")).as(byHash.toString()).isFalse();
        assertThat(byHash.getAsJsonObject("data").isEmpty()).isFalse();
    }

    @Test
    void an_unregistered_document_is_refused_whoever_sends_it() {
        String before = partnership.state(house.api());
        for (Seat seat : Seat.values()) {
            Caller person = partnership.signIn(gateway.api(), seat);
            for (String document : List.of(
                    FOREIGN,
                    "{ __typename }",
                    "{ __schema { types { name } } }",
                    "subscription { scorecardChanged { slug } }")) {
                refusals.refusedDocument(person, document, Map.of(), "DOCUMENT_NOT_REGISTERED");
            }
            refusals.refused(
                    person,
                    "openAction",
                    Map.of("partnership", partnership.slug(), "title", "not from the page", "problem", "none"),
                    "DOCUMENT_NOT_REGISTERED");
        }
        refusals.refusedDocument(gateway.api().nobody(), FOREIGN, Map.of(), "DOCUMENT_NOT_REGISTERED");
        assertThat(partnership.state(house.api())).isEqualTo(before);
    }

    @Test
    void nobody_registers_a_document_by_sending_it_with_its_hash() {
        Caller person = partnership.signIn(gateway.api(), Seat.OWNER_LEADER);
        JsonObject offered = send(person, Map.of("query", FOREIGN, "extensions", persisted(hash(FOREIGN))));
        assertThat(Refusals.codes(offered)).containsExactly("DOCUMENT_NOT_REGISTERED");
        JsonObject asked = send(person, Map.of("extensions", persisted(hash(FOREIGN))));
        assertThat(Refusals.codes(asked)).containsExactly("PERSISTED_QUERY_NOT_FOUND");
        String known = registered().keySet().iterator().next();
        JsonObject disguised = send(person, Map.of("query", FOREIGN, "extensions", persisted(known)));
        assertThat(Refusals.codes(disguised)).containsExactly("DOCUMENT_NOT_REGISTERED");
    }

    @Test
    void a_token_still_records_and_still_reads_nothing() {
        String secret = new Setup(house.api().signIn(TestHouse.ADMIN_EMAIL, TestHouse.ADMIN_PASSWORD))
                .token(partnership.slug(), "a plant in production", "PARTNER");
        Caller plant = gateway.api().token(secret);
        refusals.refusedDocument(
                plant,
                "query Q($slug: String!) { partnership(slug: $slug) { displayName } }",
                Map.of("slug", partnership.slug()),
                "TOKEN_RECORDS_ONLY");
        JsonObject recorded = plant.data(
                Setup.RECORD,
                Map.of(
                        "input",
                        Map.of(
                                "partnership",
                                partnership.slug(),
                                "measurements",
                                List.of(Map.of(
                                        "kpi",
                                        Partnership.GOAL,
                                        "period",
                                        Partnership.month(Partnership.MONTHS + 1),
                                        "figure",
                                        Map.of("value", "95.0"))),
                                "requestId",
                                "production-token")));
        assertThat(recorded.getAsJsonObject("recordMeasurements")
                        .get("userErrors")
                        .getAsJsonArray())
                .isEmpty();
    }

    @Test
    void a_body_of_which_nothing_comes_is_given_up() throws IOException {
        try (Socket socket = connect("/graphql", "application/json", 1_000)) {
            assertThat(answer(socket, "")).startsWith("HTTP/1.1 408").contains("BODY_TOO_SLOW");
        }
    }

    @Test
    void a_body_that_comes_byte_by_byte_is_given_up() throws IOException {
        try (Socket socket = connect("/graphql", "application/json", 1_000)) {
            assertThat(answer(socket, " ")).startsWith("HTTP/1.1 408").contains("BODY_TOO_SLOW");
        }
    }

    @Test
    void a_file_that_comes_byte_by_byte_is_given_up() throws IOException {
        try (Socket socket =
                connect("/api/partnerships/" + partnership.slug() + "/imports?mode=preview", "text/csv", 100_000)) {
            assertThat(answer(socket, "k")).startsWith("HTTP/1.1 408").contains("BODY_TOO_SLOW");
        }
    }

    @Test
    void a_body_that_goes_on_and_on_is_cut_off() {
        Caller person = partnership.signIn(gateway.api(), Seat.OWNER_LEADER);
        HttpResponse<String> answer = person.send(person.request("/graphql")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArrays(
                        () -> List.of(new byte[60_000], new byte[60_000]).iterator())));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("BODY_TOO_LARGE");
    }

    private JsonObject send(Caller person, Map<String, ?> request) {
        HttpResponse<String> answer = person.send(person.request("/graphql")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(new Gson().toJson(request))));
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    private Socket connect(String path, String type, int length) throws IOException {
        Caller person = partnership.signIn(gateway.api(), Seat.OWNER_OPS);
        Map<String, String> cookies = person.cookies();
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), gateway.address().getPort());
        socket.setSoTimeout(SILENCE_MILLIS);
        String head = "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: %s\r\nContent-Length: %d\r\n"
                        .formatted(path, gateway.address().getPort(), type, length)
                + "Cookie: drumbeat-session=%s\r\nX-XSRF-TOKEN: %s\r\n\r\n"
                        .formatted(cookies.get("drumbeat-session"), cookies.get("XSRF-TOKEN"));
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** What the server says while it is sent {@code drip} whenever it has been silent for a moment. */
    private static String answer(Socket socket, String drip) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder heard = new StringBuilder();
        byte[] buffer = new byte[8_192];
        long patience = System.nanoTime() + TestHouse.PATIENCE.toNanos();
        while (System.nanoTime() < patience && !heard.toString().endsWith("}")) {
            try {
                int count = in.read(buffer);
                if (count < 0) {
                    break;
                }
                heard.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
            } catch (SocketTimeoutException silence) {
                socket.getOutputStream().write(drip.getBytes(StandardCharsets.US_ASCII));
            }
        }
        return heard.toString();
    }

    private static Map<String, String> registered() {
        try {
            JsonObject documents = JsonParser.parseString(Files.readString(
                            TestHouse.projectRoot().resolve("web-ui/src/graphql/persisted-documents.json")))
                    .getAsJsonObject();
            return documents.asMap().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().getAsString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, ?> persisted(String hash) {
        return Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
