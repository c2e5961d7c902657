package dev.drumbeat.gateway.cadence;

import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.Input;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.platform.domain.Refusal;
import java.util.regex.Pattern;

/** Resource names of the cadence, from what the schema's inputs give. */
final class CadenceNames {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9@_-]{1,120}");

    private CadenceNames() {}

    static String meeting(String partnership, String slug) {
        return partnership + "/meetings/" + part(slug);
    }

    static String meeting(Input input) {
        return meeting(Names.partnership(input.text("partnership")), input.text("meeting"));
    }

    static String series(Input input) {
        return Names.partnership(input.text("partnership")) + "/series/" + part(input.text("series"));
    }

    static String commitment(Input input) {
        String id = input.text("commitment");
        return GlobalId.decode("Commitment", id).orElseThrow(() -> Refusal.notFound(id));
    }

    static String feed(Input input) {
        String id = input.text("feed");
        return GlobalId.decode("CalendarFeed", id).orElseThrow(() -> Refusal.notFound(id));
    }

    /** @param field where a slug that can't be anybody's stands in the input */
    static String person(String slug, String field) {
        try {
            return Names.person(slug);
        } catch (Refusal refusal) {
            throw Refusal.invalid(field, "person.unknown", "There is no such person on this partnership.");
        }
    }

    static long revision(Input input) {
        try {
            return Long.parseLong(input.text("revision"));
        } catch (NumberFormatException e) {
            throw Refusal.invalid("revision", "revision.unknown", "Give back the revision that was read.");
        }
    }

    private static String part(String slug) {
        if (!PART.matcher(slug).matches()) {
            throw Refusal.notFound(slug);
        }
        return slug;
    }
}
