package dev.drumbeat.incentives;

import dev.drumbeat.platform.domain.Refusal;

/** Resource names below a partnership. */
public final class Names {
    private Names() {}

    /** {@code partnerships/{partnership}} of any name below it; refused when it is none. */
    public static String partnership(String name) {
        String[] parts = name.split("/", -1);
        if (parts.length < 2 || !parts[0].equals("partnerships") || parts[1].isEmpty()) {
            throw Refusal.notFound(name);
        }
        return parts[0] + "/" + parts[1];
    }

    /** Refuses what is not {@code partnerships/{partnership}/{collection}/{id}}. */
    public static String require(String name, String collection) {
        String[] parts = name.split("/", -1);
        if (parts.length != 4
                || !parts[0].equals("partnerships")
                || !parts[2].equals(collection)
                || parts[3].isEmpty()) {
            throw Refusal.notFound(name);
        }
        return name;
    }

    public static boolean isPartnership(String name) {
        return name.split("/", -1).length == 2;
    }

    public static String child(String partnership, String collection, String id) {
        return partnership + "/" + collection + "/" + id;
    }

    public static String id(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
