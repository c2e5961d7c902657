package dev.drumbeat.demo.scms;

import dev.drumbeat.demo.csv.CsvResource;
import java.time.ZoneId;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * A vendor of the delivery history.
 *
 * @param slug how the extract and the page's address call it
 * @param displayName how people call it
 * @param sourceName how the published data call it
 * @param timeZone where its people work; our guess from its seat
 */
public record Vendor(String slug, String displayName, String sourceName, ZoneId timeZone) {

    /** The vendors whose deliveries are kept, those with the most lines first. */
    public static List<Vendor> all() {
        return CsvResource.rows(Vendor.class, "vendors.csv").stream()
                .map(Vendor::of)
                .toList();
    }

    private static Vendor of(CSVRecord row) {
        return new Vendor(
                CsvResource.required(row, "vendor"),
                CsvResource.required(row, "display_name"),
                CsvResource.required(row, "source_name"),
                ZoneId.of(CsvResource.required(row, "time_zone")));
    }
}
