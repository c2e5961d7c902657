package dev.drumbeat.systemtests.strangers;

import dev.drumbeat.systemtests.world.World;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An answer without what rightly differs between two equal answers: what was asked for, moments, ids of requests. */
record Asked(int status, String body) {
    private static final String CANARY = World.CANARY.toLowerCase(Locale.ROOT);

    /** As long as the canary, and nobody's. */
    private static final String MISSING = "qqmissin";

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.\\dZ]*");
    private static final Pattern CORRELATION = Pattern.compile("\"correlationId\":\"[0-9a-f]+\"");
    /** Everybody's own feed has an address of its own. */
    private static final Pattern SECRET = Pattern.compile("/calendar/[A-Za-z0-9_-]{43}\\.ics");

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    static Asked of(HttpResponse<String> answer, Subject subject) {
        String body = answer.body();
        for (String id : subject.ids().values()) {
            body = body.replace(id, "<id>");
        }
        // The longest first: one name may begin with another.
        List<String> names = Stream.of(subject.partnership(), subject.company(), subject.person())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String name : names) {
            body = body.replace(name, "<name>");
        }
        body = CORRELATION.matcher(MOMENT.matcher(body).replaceAll("<moment>")).replaceAll("<correlation>");
        body = SECRET.matcher(body).replaceAll("<secret>");
        return new Asked(answer.statusCode(), body);
    }

    /** Whether something of the foreign partnership is in it that was not in the question. */
    boolean tells() {
        return body.toLowerCase(Locale.ROOT).contains(CANARY);
    }

    /** Every id in an answer. */
    static Set<String> idsIn(String body) {
        Set<String> ids = new TreeSet<>();
        Matcher matcher = ID.matcher(body);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids;
    }

    /** The same subject under names that nobody has. */
    static Subject missing(Subject subject) {
        return new Subject(
                missing(subject.partnership()),
                subject.kpi(),
                missing(subject.company()),
                missing(subject.person()),
                subject.ids().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> missingId(entry.getValue()))),
                missing(subject.requestIds()));
    }

    private static String missing(String text) {
        return text.replace(CANARY, MISSING);
    }

    private static String missingId(String id) {
        String plain = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(missing(plain).getBytes(StandardCharsets.UTF_8));
    }
}
