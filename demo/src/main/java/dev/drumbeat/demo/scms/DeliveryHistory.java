package dev.drumbeat.demo.scms;

import dev.drumbeat.demo.csv.CsvResource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The kept extract: who delivered what when. Where it comes from is told in PROVENANCE.md beside the data. */
public final class DeliveryHistory {
    private final List<Vendor> vendors;
    private final Map<String, List<Delivery>> byVendor;

    private DeliveryHistory(List<Vendor> vendors, List<Delivery> deliveries) {
        this.vendors = vendors;
        this.byVendor = deliveries.stream().collect(Collectors.groupingBy(Delivery::vendor));
    }

    public static DeliveryHistory read() {
        List<Delivery> deliveries = CsvResource.rows(DeliveryHistory.class, "deliveries.csv").stream()
                .map(DeliveryHistory::delivery)
                .toList();
        return new DeliveryHistory(Vendor.all(), deliveries);
    }

    public List<Vendor> vendors() {
        return vendors;
    }

    List<Delivery> deliveriesOf(Vendor vendor) {
        return byVendor.getOrDefault(vendor.slug(), List.of());
    }

    /** How many lines are kept, of all vendors. */
    public int size() {
        return byVendor.values().stream().mapToInt(List::size).sum();
    }

    /** The month of the vendor's first delivery. */
    YearMonth firstMonth(Vendor vendor) {
        return deliveriesOf(vendor).stream()
                .map(Delivery::month)
                .min(YearMonth::compareTo)
                .orElseThrow();
    }

    private static Delivery delivery(CSVRecord row) {
        return new Delivery(
                Integer.parseInt(CsvResource.required(row, "line_id")),
                CsvResource.required(row, "vendor"),
                CsvResource.optional(row, "shipment_mode"),
                parsed(row, "po_sent", LocalDate::parse),
                LocalDate.parse(CsvResource.required(row, "scheduled_delivery")),
                LocalDate.parse(CsvResource.required(row, "delivered")),
                new BigDecimal(CsvResource.required(row, "line_value_usd")),
                parsed(row, "freight_cost_usd", BigDecimal::new));
    }

    private static <T> @Nullable T parsed(CSVRecord row, String column, Function<String, T> parse) {
        String text = CsvResource.optional(row, column);
        return text == null ? null : parse.apply(text);
    }
}
