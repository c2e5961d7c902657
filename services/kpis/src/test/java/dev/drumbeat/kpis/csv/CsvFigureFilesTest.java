package dev.drumbeat.kpis.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.kpis.FigureFile;
import dev.drumbeat.kpis.FigureFile.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvFigureFilesTest {
    private static FigureFile read(String text) {
        return new CsvFigureFiles().read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Row> rows(String text) {
        FigureFile file = read(text);
        assertThat(file).isInstanceOf(FigureFile.Rows.class);
        return ((FigureFile.Rows) file).rows();
    }

    private static FigureFile.Unreadable unreadable(String text) {
        FigureFile file = read(text);
        assertThat(file).isInstanceOf(FigureFile.Unreadable.class);
        return (FigureFile.Unreadable) file;
    }

    private static final Row ROW = new Row(2, "otd", "2026-W46", "95.5", "", "", FigureFile.Cells.FIT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kpi,period,value\notd,2026-W46,95.5\n",
                "kpi,period,value\r\notd,2026-W46,95.5",
                "kpi;period;value\notd;2026-W46;95.5\n",
                "kpi\tperiod\tvalue\notd\t2026-W46\t95.5\n",
                "\uFEFFkpi,period,value\notd,2026-W46,95.5\n",
                "Value, KPI , Period\n95.5, otd , 2026-W46\n",
                "kpi,period,value,numerator,denominator\notd,2026-W46,95.5,,\n",
                "kpi,period,value,numerator,denominator\notd,2026-W46,95.5\n",
                "\"kpi\",\"period\",\"value\"\n\"otd\",\"2026-W46\",\"95.5\"\n",
                "kpi,period,value\notd,2026-W46,95.5\n,,\n\n",
                "kpi,period,value\notd,2026-W46,95.5,,\n",
            })
    void spreadsheetsWriteItInManyWays(String text) {
        assertThat(rows(text)).containsExactly(ROW);
    }

    @Test
    void linesAreCountedAsAPersonDoes() {
        assertThat(rows("kpi,period,value\n\na,1,2\n\"b\nb\",1,2\nc,1,2\n"))
                .extracting(Row::line)
                .containsExactly(3, 4, 6);
    }

    @Test
    void aRowWithMoreCellsThanTheHeaderIsMarked() {
        assertThat(rows("kpi,period,value\notd,2026-W46,95,5\n").getFirst().cells())
                .isEqualTo(FigureFile.Cells.TOO_MANY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name,period,value | HEADER",
                "kpi,period | HEADER",
                "kpi,period,numerator | HEADER",
                "kpi,period,value,value | HEADER",
                "kpi,period,value,comment | HEADER",
                "'' | FILE_EMPTY",
                "'  ' | FILE_EMPTY",
            })
    void aFileWithoutAGoodHeaderIsNotRead(String text, String rule) {
        assertThat(unreadable(text).rule()).isEqualTo(rule);
    }

    @Test
    void anUnknownColumnIsNamed() {
        assertThat(unreadable("kpi,period,value,kommentar\n").message()).contains("kommentar");
    }

    @Test
    void onlyUtf8IsRead() {
        FigureFile file = new CsvFigureFiles()
                .read("kpi,period,value\nPünktlichkeit,2026-W46,1\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(file)
                .isInstanceOfSatisfying(
                        FigureFile.Unreadable.class,
                        wrong -> assertThat(wrong.rule()).isEqualTo("FILE_ENCODING"));
    }

    @Test
    void anOpenQuotationMarkIsNamedWithItsLine() {
        FigureFile.Unreadable wrong = unreadable("kpi,period,value\notd,2026-W46,1\n\"otd,2026-W47,2\n");
        assertThat(wrong.rule()).isEqualTo("FILE_QUOTES");
        assertThat(wrong.line()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aFileWithTooManyRowsIsNotRead() {
        String text = "kpi,period,value\n" + "otd,2026-W46,1\n".repeat(FigureFile.MAX_ROWS + 1);
        assertThat(unreadable(text).rule()).isEqualTo("FILE_TOO_LONG");
        assertThat(rows("kpi,period,value\n" + "otd,2026-W46,1\n".repeat(FigureFile.MAX_ROWS)))
                .hasSize(FigureFile.MAX_ROWS);
    }
}
