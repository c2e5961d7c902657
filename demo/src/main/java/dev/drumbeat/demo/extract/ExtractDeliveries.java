package dev.drumbeat.demo.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Makes the kept extract from the published data: the lines that the demo's vendors delivered directly, in the source's order, with
 * the columns that the figures need.
 *
 * <p>Arguments: the published CSV, the vendor list, the extract to write.
 */
public final class ExtractDeliveries {
    private static final CSVFormat WITH_HEADER =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final String[] KEPT = {
        "line_id",
        "vendor",
        "shipment_mode",
        "po_sent",
        "scheduled_delivery",
        "delivered",
        "line_value_usd",
        "freight_cost_usd"
    };

    private ExtractDeliveries() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException(
                    "Give three files: the published CSV, vendors.csv, the extract to write");
        }
        int kept = extract(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
        System.out.println("Kept " + kept + " lines");
    }

    static int extract(Path published, Path vendors, Path extract) throws IOException {
        Map<String, String> slugs = slugsBySourceName(vendors);
        int kept = 0;
        // Every column that is kept is ASCII, so this reads copies in UTF-8 and in Latin-1 alike.
        try (var reader = Files.newBufferedReader(published, StandardCharsets.ISO_8859_1);
                var source = WITH_HEADER.parse(reader);
                var writer = Files.newBufferedWriter(extract, StandardCharsets.UTF_8);
                var target = CSVFormat.RFC4180
                        .builder()
                        .setRecordSeparator('\n')
                        .get()
                        .print(writer)) {
            var layout = SourceLayout.of(source.getHeaderMap().keySet());
            target.printRecord((Object[]) KEPT);
            for (CSVRecord line : source) {
                String slug = slugs.get(layout.vendor(line));
                if (slug != null && layout.direct(line)) {
                    target.printRecord(layout.kept(line, slug));
                    kept++;
                }
            }
        }
        return kept;
    }

    private static Map<String, String> slugsBySourceName(Path vendors) throws IOException {
        Map<String, String> slugs = new HashMap<>();
        try (var reader = Files.newBufferedReader(vendors, StandardCharsets.UTF_8);
                var rows = WITH_HEADER.parse(reader)) {
            for (CSVRecord row : rows) {
                slugs.put(Objects.requireNonNull(row.get("source_name")), Objects.requireNonNull(row.get("vendor")));
            }
        }
        return slugs;
    }
}
