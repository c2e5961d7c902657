package dev.drumbeat.gateway.graphql;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An id as the schema gives it: opaque, and of one type.
 *
 * @param type name of the GraphQL type
 * @param name the resource's name, such as {@code partnerships/cipla/kpis/yield}
 */
public record GlobalId(String type, String name) {
    private static final String PARTNERSHIP = "partnerships/[a-z0-9-]{1,80}";
    private static final String KPI = PARTNERSHIP + "/kpis/[a-z0-9-]{1,80}";
    private static final String PART = "/[A-Za-z0-9@-]{1,120}";

    /** What nodes are called. Whatever is called otherwise we never gave away. */
    private static final Map<String, Pattern> NAMES = Map.ofEntries(
            Map.entry("Partnership", Pattern.compile(PARTNERSHIP)),
            Map.entry("IngestionToken", Pattern.compile(PARTNERSHIP + "/ingestionTokens" + PART)),
            Map.entry("RedEpisode", Pattern.compile(PARTNERSHIP + "/redEpisodes/[a-z0-9-]{1,80}@[A-Z0-9-]{4,10}")),
            Map.entry("Kpi", Pattern.compile(KPI)),
            Map.entry("Measurement", Pattern.compile(KPI + "/measurements" + PART)),
            Map.entry("Target", Pattern.compile(KPI + "/targets" + PART)),
            Map.entry("Correction", Pattern.compile(KPI + "/corrections" + PART)),
            Map.entry("Note", Pattern.compile(KPI + "/notes" + PART)),
            Map.entry("CorrectiveAction", Pattern.compile(PARTNERSHIP + "/actions" + PART)),
            Map.entry("Commitment", Pattern.compile(PARTNERSHIP + "/commitments/[A-Za-z0-9.-]{1,160}")),
            Map.entry("Session", Pattern.compile("sessions" + PART)),
            Map.entry("CalendarFeed", Pattern.compile("calendarFeeds" + PART)),
            Map.entry("Agreement", Pattern.compile(PARTNERSHIP + "/agreements" + PART)),
            Map.entry("Statement", Pattern.compile(PARTNERSHIP + "/statements/[A-Za-z0-9.-]{1,160}")),
            Map.entry("Disclosure", Pattern.compile(PARTNERSHIP + "/disclosures" + PART)),
            Map.entry("PayEvidence", Pattern.compile(PARTNERSHIP + "/evidence/[A-Za-z0-9@.-]{1,160}")));

    public static String encode(String type, String name) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((type + ":" + name).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for what is no node's id. */
    public static Optional<GlobalId> decode(String id) {
        String plain;
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(id);
            plain = StandardCharsets.US_ASCII
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
        int colon = plain.indexOf(':');
        Pattern shape = colon < 0 ? null : NAMES.get(plain.substring(0, colon));
        String name = plain.substring(colon + 1);
        return shape != null && shape.matcher(name).matches()
                ? Optional.of(new GlobalId(plain.substring(0, colon), name))
                : Optional.empty();
    }

    /** The name behind an id of one type; empty for anything else. */
    public static Optional<String> decode(String type, String id) {
        return decode(id).filter(decoded -> decoded.type().equals(type)).map(GlobalId::name);
    }
}
