package dev.drumbeat.demo.scms;

import dev.drumbeat.demo.csv.CsvResource;
import dev.drumbeat.demo.plan.PlannedTarget;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** The demo's targets for the vendors, chosen by us from the spread of each vendor's figures; the months are those of the data. */
final class AgreedTargets {
    private final List<CSVRecord> rows = CsvResource.rows(AgreedTargets.class, "targets.csv");

    List<PlannedTarget> of(Vendor vendor, DateShift shift) {
        return rows.stream()
                .filter(row -> vendor.slug().equals(row.get("vendor")))
                .map(row -> target(row, shift))
                .toList();
    }

    private static PlannedTarget target(CSVRecord row, DateShift shift) {
        return new PlannedTarget(
                CsvResource.required(row, "kpi"),
                shift.move(YearMonth.parse(CsvResource.required(row, "from"))).toString(),
                new BigDecimal(CsvResource.required(row, "value")),
                new BigDecimal(CsvResource.required(row, "red_limit")),
                CsvResource.required(row, "reason"));
    }
}
