package dev.drumbeat.demo;

import dev.drumbeat.demo.csv.CsvResource;
import dev.drumbeat.demo.plan.PersonPlan;
import dev.drumbeat.demo.plan.Role;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** The invented people of the demo's companies, one for each role. */
final class People {
    /** The same for everybody, so that a visitor can walk through the roles. */
    static final String PASSWORD = "steady-drumbeat";

    private final List<CSVRecord> rows = CsvResource.rows(People.class, "people.csv");

    Map<Role, PersonPlan> of(String company) {
        return rows.stream()
                .filter(row -> company.equals(row.get("company")) && !"ADMIN".equals(row.get("role")))
                .collect(Collectors.toMap(row -> Role.valueOf(row.get("role")), People::person));
    }

    PersonPlan administrator() {
        return rows.stream()
                .filter(row -> "ADMIN".equals(row.get("role")))
                .map(People::person)
                .findFirst()
                .orElseThrow();
    }

    private static PersonPlan person(CSVRecord row) {
        String name = Objects.requireNonNull(row.get("name"));
        String mailbox = row.get("role").toLowerCase(Locale.ROOT);
        return new PersonPlan(slug(name), name, mailbox + "@" + row.get("company") + ".example");
    }

    private static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }
}
