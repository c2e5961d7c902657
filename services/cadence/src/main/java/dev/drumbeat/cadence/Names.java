package dev.drumbeat.cadence;

import dev.drumbeat.platform.domain.ResourceName;
import java.util.List;

/** Resource names of what belongs to a partnership. */
public final class Names {
    public static final String PARTNERSHIPS = "partnerships";
    public static final String SERIES = "series";
    public static final String MEETINGS = "meetings";
    public static final String COMMITMENTS = "commitments";

    private Names() {}

    /**
     * What lies below a partnership.
     *
     * @param partnership {@code partnerships/{partnership}}
     */
    public record Child(String partnership, String id) {
        /** Anything else than a name of this collection names nothing. */
        public static Child parse(String name, String collection) {
            List<String> ids = ResourceName.ids(name, PARTNERSHIPS, collection);
            return new Child(PARTNERSHIPS + "/" + ids.getFirst(), ids.get(1));
        }
    }

    public static String series(String partnership, String id) {
        return partnership + "/" + SERIES + "/" + id;
    }

    public static String meeting(String partnership, String id) {
        return partnership + "/" + MEETINGS + "/" + id;
    }

    public static String commitment(String partnership, String id) {
        return partnership + "/" + COMMITMENTS + "/" + id;
    }
}
