package dev.drumbeat.gateway.graphql;

import dev.drumbeat.platform.domain.Refusal;
import java.util.List;
import java.util.regex.Pattern;

/** Resource names made of slugs. A slug that can't be one names nothing: it is refused as not found, like a foreign one. */
public final class Names {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?");

    private Names() {}

    public static String company(String slug) {
        return "companies/" + checked(slug);
    }

    public static String person(String slug) {
        return "people/" + checked(slug);
    }

    public static String partnership(String slug) {
        return "partnerships/" + checked(slug);
    }

    public static String kpi(String partnership, String slug) {
        return partnership + "/kpis/" + checked(slug);
    }

    public static List<String> kpis(String partnership, List<String> slugs) {
        return slugs.stream().map(slug -> kpi(partnership, slug)).toList();
    }

    /** The first two levels of a longer name. */
    public static String partnershipOf(String name) {
        String[] parts = name.split("/", -1);
        return parts.length < 2 ? name : parts[0] + "/" + parts[1];
    }

    /** The first four levels of a name below a KPI. */
    public static String kpiOf(String name) {
        String[] parts = name.split("/", -1);
        return parts.length < 4 ? name : String.join("/", List.of(parts).subList(0, 4));
    }

    private static String checked(String slug) {
        if (!SLUG.matcher(slug).matches()) {
            throw Refusal.notFound(slug);
        }
        return slug;
    }
}
