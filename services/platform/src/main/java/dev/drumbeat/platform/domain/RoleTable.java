package dev.drumbeat.platform.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who may do what, read once from {@code role-table.csv} beside this class. What the table does not name is refused. */
public final class RoleTable {
    private static final RoleTable TABLE = read();

    private final Map<Activity, Map<Seat, Grant>> rows;

    private RoleTable(Map<Activity, Map<Seat, Grant>> rows) {
        this.rows = rows;
    }

    public static RoleTable get() {
        return TABLE;
    }

    public Grant grant(Activity activity, Seat seat) {
        return rows.getOrDefault(activity, Map.of()).getOrDefault(seat, Grant.NO);
    }

    private static RoleTable read() {
        try (InputStream file = RoleTable.class.getResourceAsStream("role-table.csv")) {
            return parse(
                    new String(Objects.requireNonNull(file, "role-table.csv").readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RoleTable parse(String csv) {
        List<String[]> lines = csv.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(",", -1))
                .toList();
        String[] header = lines.getFirst();
        Map<Activity, Map<Seat, Grant>> rows = new EnumMap<>(Activity.class);
        for (String[] line : lines.subList(1, lines.size())) {
            if (line.length != header.length) {
                throw new IllegalArgumentException(
                        "the role table's row " + line[0] + " has not one cell for each column");
            }
            Map<Seat, Grant> row = new EnumMap<>(Seat.class);
            for (int column = 1; column < line.length; column++) {
                row.put(Seat.valueOf(header[column]), Grant.of(line[column]));
            }
            if (rows.put(Activity.valueOf(line[0]), row) != null) {
                throw new IllegalArgumentException("the role table names " + line[0] + " twice");
            }
        }
        return new RoleTable(rows);
    }
}
