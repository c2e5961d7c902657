package dev.drumbeat.systemtests.strangers;

import dev.drumbeat.systemtests.world.World;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
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

    private static final int OF_EACH_TYPE = 4;

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    static Asked of(HttpResponse<String> answer, Subject subject) {
        String body = answer.body();
        if (!subject.id().isEmpty()) {
            body = body.replace(subject.id(), "<id>").replace(nameOf(subject.id()), "<thing>");
        }
        // The longest first: one name may begin with another.
        List<String> names = Stream.of(subject.partnership(), subject.company(), subject.person(), subject.agreement())
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

    /** Every id of a node in an answer. */
    static Set<String> idsIn(String body) {
        Set<String> ids = new TreeSet<>();
        Matcher matcher = ID.matcher(body);
        while (matcher.find()) {
            if (isNode(matcher.group(1))) {
                ids.add(matcher.group(1));
            }
        }
        return ids;
    }

    /** A few of each type: what holds for one measurement holds for the next. */
    static Set<String> someOfEachType(Set<String> ids) {
        Map<String, Integer> seen = new HashMap<>();
        return ids.stream()
                .filter(id -> seen.merge(typeOf(id), 1, Integer::sum) <= OF_EACH_TYPE)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The type that an id names. */
    static String typeOf(String id) {
        return plain(id).substring(0, plain(id).indexOf(':'));
    }

    private static String nameOf(String id) {
        return plain(id).substring(plain(id).indexOf(':') + 1);
    }

    private static String plain(String id) {
        return new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
    }

    private static boolean isNode(String id) {
        try {
            return plain(id).matches("[A-Z][A-Za-z]+:.+");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The same subject under names that nobody has. */
    static Subject missing(Subject subject) {
        return new Subject(
                missing(subject.partnership()),
                subject.kpi(),
                missing(subject.company()),
                missing(subject.person()),
                subject.meeting(),
                missing(subject.agreement()),
                missingId(subject.id()),
                missing(subject.requestIds()));
    }

    private static String missing(String text) {
        return text.replace(CANARY, MISSING);
    }

    private static String missingId(String id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(missing(plain(id)).getBytes(StandardCharsets.UTF_8));
    }
}
