package dev.drumbeat.kpis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.kpis.Decimals.Parsed;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "95.50, 95.5",
        "-3, -3",
        "+7, 7",
        "007.10, 7.1",
        "100, 100",
        "999999999999999.999999999, 999999999999999.999999999"
    })
    void plainNumbersAreTaken(String text, String expected) {
        assertThat(Decimals.parse(text)).isEqualTo(new Parsed.Number(new BigDecimal(expected)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "abc",
                "95%",
                "1e3",
                "1E308",
                "NaN",
                "Infinity",
                "-Infinity",
                "0x1F",
                "1_000",
                "1,000",
                "95,5",
                "1.",
                ".5",
                "--1",
                "1 000",
                "٩٥",
                "=1+1",
                "1.5.2"
            })
    void anythingElseIsText(String text) {
        assertThat(Decimals.parse(text))
                .isInstanceOfSatisfying(
                        Parsed.Wrong.class, wrong -> assertThat(wrong.rule()).isEqualTo("NUMBER_TEXT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000000000000000",
                "0.0000000001",
                "1234567890123456789012345678901234567890123456789012345678901234567890"
            })
    void moreDigitsThanAnyFigureNeedsAreRefused(String text) {
        assertThat(Decimals.parse(text))
                .isInstanceOfSatisfying(
                        Parsed.Wrong.class, wrong -> assertThat(wrong.rule()).isEqualTo("NUMBER_DIGITS"));
    }
}
