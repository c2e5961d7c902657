package dev.drumbeat.platform.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Names such as {@code partnerships/{partnership}/kpis/{kpi}}, taken apart. */
public final class ResourceName {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._:-]{0,79}", Pattern.CASE_INSENSITIVE);

    private ResourceName() {}

    /**
     * The ids in a name, in order. A name of another shape names nothing, so it is refused as not found: the answer must not
     * tell a malformed name from a foreign one.
     */
    public static List<String> ids(String name, String... collections) {
        String[] parts = name.split("/", -1);
        if (parts.length != collections.length * 2) {
            throw Refusal.notFound(name);
        }
        List<String> ids = new ArrayList<>(collections.length);
        for (int i = 0; i < collections.length; i++) {
            if (!parts[2 * i].equals(collections[i])
                    || !ID.matcher(parts[2 * i + 1]).matches()) {
                throw Refusal.notFound(name);
            }
            ids.add(parts[2 * i + 1]);
        }
        return ids;
    }

    /** The id in a name of one collection: {@code id("people/ada", "people")} is {@code ada}. */
    public static String id(String name, String collection) {
        return ids(name, collection).getFirst();
    }
}
