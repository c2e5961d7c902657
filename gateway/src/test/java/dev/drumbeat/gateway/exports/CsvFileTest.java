package dev.drumbeat.gateway.exports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1+1",
                "-",
                "--5",
                "-5.",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uFF1D1+1",
                "\uFF20SUM(A1)",
            })
    void what_a_spreadsheet_would_calculate_is_led_by_an_apostrophe(String cell) {
        assertThat(CsvFile.safe(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-4.5", "-12", "0", "90.35", "on-time-delivery", "Acme & alpha", "a=b", "'quoted", "2026-10"})
    void figures_and_plain_words_stay_what_they_are(String cell) {
        assertThat(CsvFile.safe(cell)).isEqualTo(cell);
    }

    @Test
    void nothing_is_an_empty_cell() {
        assertThat(CsvFile.safe(null)).isEmpty();
    }
}
