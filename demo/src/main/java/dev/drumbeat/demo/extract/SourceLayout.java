package dev.drumbeat.demo.extract;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/**
 * The names of the columns in a copy of the data. The published file and tidied copies name them differently; dates are read as
 * ISO, as `2-Jun-06` or month first as `11/13/06`; words where a date, mode or amount is expected ("Date Not Captured",
 * "Freight Included in Commodity Cost") mean that it is not stated.
 */
enum SourceLayout {
    PUBLISHED(
            "ID",
            "Vendor",
            "Fulfill Via",
            "Shipment Mode",
            "PO Sent to Vendor Date",
            "Scheduled Delivery Date",
            "Delivered to Client Date",
            "Line Item Value",
            "Freight Cost (USD)"),
    TIDIED(
            "line_id",
            "vendor",
            "fulfil_via",
            "shipment_mode",
            "po_sent",
            "scheduled_delivery",
            "delivered",
            "line_value_usd",
            "freight_cost_usd");

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("d-MMM-yy")
                    .toFormatter(Locale.ENGLISH),
            DateTimeFormatter.ofPattern("M/d/yy", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ENGLISH));

    private final String id;
    private final String vendor;
    private final String fulfilment;
    private final String mode;
    private final String poSent;
    private final String scheduled;
    private final String delivered;
    private final String value;
    private final String freight;

    SourceLayout(
            String id,
            String vendor,
            String fulfilment,
            String mode,
            String poSent,
            String scheduled,
            String delivered,
            String value,
            String freight) {
        this.id = id;
        this.vendor = vendor;
        this.fulfilment = fulfilment;
        this.mode = mode;
        this.poSent = poSent;
        this.scheduled = scheduled;
        this.delivered = delivered;
        this.value = value;
        this.freight = freight;
    }

    static SourceLayout of(Set<String> columns) {
        for (SourceLayout layout : values()) {
            if (columns.containsAll(List.of(layout.vendor, layout.fulfilment, layout.delivered, layout.freight))) {
                return layout;
            }
        }
        throw new IllegalArgumentException("Not a copy of the SCMS delivery history: its columns are " + columns);
    }

    String vendor(CSVRecord line) {
        return line.get(vendor);
    }

    boolean direct(CSVRecord line) {
        return line.get(fulfilment).equals("Direct Drop");
    }

    List<String> kept(CSVRecord line, String slug) {
        return List.of(
                line.get(id),
                slug,
                line.get(mode).equals("N/A") ? "" : line.get(mode),
                date(line.get(poSent)),
                date(line.get(scheduled)),
                date(line.get(delivered)),
                line.get(value),
                amount(line.get(freight)));
    }

    private static String date(String text) {
        for (DateTimeFormatter format : DATES) {
            try {
                return LocalDate.parse(text, format).toString();
            } catch (DateTimeParseException another) {
                // The next format may fit; none fits words, which say that the date is not stated.
            }
        }
        return "";
    }

    private static String amount(String text) {
        return text.matches("\\d+(\\.\\d+)?") ? text : "";
    }
}
