package dev.drumbeat.demo.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractDeliveriesTest {
    private static final String EXTRACT = """
            line_id,vendor,shipment_mode,po_sent,scheduled_delivery,delivered,line_value_usd,freight_cost_usd
            3,aurobindo,Air,2006-11-13,2006-11-14,2006-11-14,6200,4521.5
            4,aurobindo,,,2006-11-14,2006-12-02,6200.07,
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void vendors() throws IOException {
        Files.writeString(folder.resolve("vendors.csv"), """
                vendor,display_name,source_name,time_zone
                aurobindo,Aurobindo Pharma,Aurobindo Pharma Limited,Asia/Kolkata
                """);
    }

    @Test
    void a_published_copy_gives_the_direct_lines_of_our_vendors_with_words_left_out() throws IOException {
        assertThat(extractOf("""
                        ID,Vendor,Fulfill Via,Shipment Mode,PO Sent to Vendor Date,Scheduled Delivery Date,Delivered to Client Date,Line Item Value,Freight Cost (USD)
                        1,SCMS from RDC,From RDC,Air,N/A - From RDC,2-Jun-06,2-Jun-06,551,780.34
                        2,CIPLA LIMITED,Direct Drop,Air,11/13/06,14-Nov-06,14-Nov-06,1,2
                        3,Aurobindo Pharma Limited,Direct Drop,Air,11/13/06,14-Nov-06,14-Nov-06,6200,4521.5
                        4,Aurobindo Pharma Limited,Direct Drop,N/A,Date Not Captured,14-Nov-06,2-Dec-06,6200.07,See ASN-93 (ID#:1281)
                        """)).isEqualTo(EXTRACT);
    }

    @Test
    void a_tidied_copy_gives_the_same() throws IOException {
        assertThat(extractOf("""
                        line_id,vendor,fulfil_via,shipment_mode,po_sent,scheduled_delivery,delivered,line_value_usd,freight_cost_usd
                        1,SCMS from RDC,From RDC,Air,,2006-06-02,2006-06-02,551,780.34
                        3,Aurobindo Pharma Limited,Direct Drop,Air,2006-11-13,2006-11-14,2006-11-14,6200,4521.5
                        4,Aurobindo Pharma Limited,Direct Drop,,,2006-11-14,2006-12-02,6200.07,
                        """)).isEqualTo(EXTRACT);
    }

    @Test
    void another_file_is_refused() {
        assertThatThrownBy(() -> extractOf("name,price\nscrew,1\n"))
                .hasMessageContaining("Not a copy of the SCMS delivery history");
    }

    private String extractOf(String source) throws IOException {
        Path published = Files.writeString(folder.resolve("source.csv"), source);
        Path extract = folder.resolve("deliveries.csv");
        ExtractDeliveries.extract(published, folder.resolve("vendors.csv"), extract);
        return Files.readString(extract);
    }
}
