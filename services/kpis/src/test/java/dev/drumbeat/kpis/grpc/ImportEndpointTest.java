package dev.drumbeat.kpis.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.drumbeat.kpis.process.House;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.grpc.ErrorDetails;
import dev.drumbeat.proto.kpis.v1.Aggregation;
import dev.drumbeat.proto.kpis.v1.Frequency;
import dev.drumbeat.proto.kpis.v1.ImportHeader;
import dev.drumbeat.proto.kpis.v1.ImportMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.ImportMode;
import dev.drumbeat.proto.kpis.v1.ImportOutcome;
import dev.drumbeat.proto.kpis.v1.ImportReport;
import dev.drumbeat.proto.kpis.v1.ImportRow;
import dev.drumbeat.proto.kpis.v1.KpiRole;
import dev.drumbeat.proto.kpis.v1.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Today is 2026-11-22. KPIs: otd (monthly, numerator and denominator), days (weekly, value), rty (computed from two steps). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ImportEndpointTest {
    private final House house = new House();
    private Partnership partnership = new Partnership(house, "import", "America/Bahia_Banderas");

    @BeforeAll
    void setUp() {
        setUp(partnership);
    }

    private static void setUp(Partnership partnership) {
        partnership.create("otd", Partnership.monthlyRatio("On-time delivery", KpiRole.KPI_ROLE_GOAL));
        partnership.create("days", weekly("Days late"));
        partnership.create("cut", weekly("Cutting"));
        partnership.create("weld", weekly("Welding"));
        partnership.create(
                "rty",
                weekly("Rolled yield").addRolledFrom(partnership.kpi("cut")).addRolledFrom(partnership.kpi("weld")));
        partnership.record("otd", "2026-09", Partnership.ratio("90", "100"));
    }

    private static dev.drumbeat.proto.kpis.v1.Kpi.Builder weekly(String name) {
        return Partnership.monthlyRatio(name, KpiRole.KPI_ROLE_WATCH)
                .setFrequency(Frequency.FREQUENCY_WEEKLY)
                .setAggregation(Aggregation.AGGREGATION_MEAN);
    }

    @AfterAll
    void close() {
        house.close();
    }

    private ImportReport send(String subject, Partnership to, ImportMode mode, String requestId, ByteString... chunks) {
        CompletableFuture<ImportReport> answer = new CompletableFuture<>();
        StreamObserver<ImportMeasurementsRequest> upload = house.asyncAs(subject)
                .importMeasurements(new StreamObserver<>() {
                    @Override
                    public void onNext(ImportReport report) {
                        answer.complete(report);
                    }

                    @Override
                    public void onError(Throwable error) {
                        answer.completeExceptionally(error);
                    }

                    @Override
                    public void onCompleted() {}
                });
        upload.onNext(ImportMeasurementsRequest.newBuilder()
                .setHeader(ImportHeader.newBuilder()
                        .setPartnership(to.name())
                        .setMode(mode)
                        .setRequestId(requestId))
                .build());
        for (ByteString chunk : chunks) {
            if (answer.isDone()) {
                break;
            }
            upload.onNext(ImportMeasurementsRequest.newBuilder().setChunk(chunk).build());
        }
        if (!answer.isDone()) {
            upload.onCompleted();
        }
        return answer.orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    private ImportReport preview(String csv) {
        return send(
                partnership.person("partner-ops"),
                partnership,
                ImportMode.IMPORT_MODE_PREVIEW,
                "",
                ByteString.copyFromUtf8(csv));
    }

    private ImportReport commit(Partnership to, String requestId, String csv) {
        return send(
                to.person("partner-ops"), to, ImportMode.IMPORT_MODE_COMMIT, requestId, ByteString.copyFromUtf8(csv));
    }

    private static Refusal refusal(Runnable call) {
        try {
            call.run();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StatusRuntimeException status) {
                return ErrorDetails.decode(status).orElseThrow();
            }
            throw e;
        }
        throw new AssertionError("not refused");
    }

    private static final String HEADER = "kpi,period,value,numerator,denominator\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "nope,2026-10,,1,2 | kpi | KPI_UNKNOWN",
                "partnerships/red/kpis/otd,2026-10,,1,2 | kpi | KPI_UNKNOWN",
                "rty,2026-W46,95,, | kpi | KPI_DERIVED",
                "otd,2026-13,,1,2 | period | PERIOD_FORMAT",
                "otd,10/2026,,1,2 | period | PERIOD_FORMAT",
                "otd,,,1,2 | period | PERIOD_FORMAT",
                "otd,2026-W46,,1,2 | period | PERIOD_FREQUENCY",
                "days,2026-10,5,, | period | PERIOD_FREQUENCY",
                "days,2025-W53,5,, | period | PERIOD_FORMAT",
                "otd,2026-12,,1,2 | period | PERIOD_FUTURE",
                "days,2026-W46,many,, | value | NUMBER_TEXT",
                "days,2026-W46,NaN,, | value | NUMBER_TEXT",
                "days,2026-W46,Infinity,, | value | NUMBER_TEXT",
                "days,2026-W46,1e308,, | value | NUMBER_TEXT",
                "days,2026-W46,1E5,, | value | NUMBER_TEXT",
                "days,2026-W46,\"95,5\",, | value | NUMBER_TEXT",
                "days,2026-W46,9999999999999999,, | value | NUMBER_DIGITS",
                "days,2026-W46,0.0000000001,, | value | NUMBER_DIGITS",
                "days,2026-W46,,, | value | FIGURE_MISSING",
                "otd,2026-10,95,, | value | FIGURE_NEEDS_FRACTION",
                "otd,2026-10,,1, | denominator | NUMBER_TEXT",
                "otd,2026-10,,x,10 | numerator | NUMBER_TEXT",
                "otd,2026-10,,0,0 | denominator | DENOMINATOR_ZERO",
                "otd,2026-10,,5,0.00 | denominator | DENOMINATOR_ZERO",
                "otd,2026-10,,5,-1 | denominator | DENOMINATOR_NEGATIVE",
                "otd,2026-10,95,1,2 | value | FIGURE_BOTH",
                "otd,2026-09,,91,100 | numerator | FIGURE_DIFFERS",
                "otd,2026-09,no activity,, | value | FIGURE_DIFFERS",
                "=HYPERLINK(1),2026-10,,1,2 | kpi | FORMULA",
                "+otd,2026-10,,1,2 | kpi | FORMULA",
                "-otd,2026-10,,1,2 | kpi | FORMULA",
                "@otd,2026-10,,1,2 | kpi | FORMULA",
                "days,2026-W46,=1+1,, | value | FORMULA",
                "days,2026-W46,95,5,,,7 | row | ROW_CELLS",
            })
    void aBadRowIsNamedByLineFieldAndRule(String row, String field, String rule) {
        ImportReport report = preview(HEADER + "days,2026-W45,5,,\n" + row + "\n");
        assertThat(report.getErrorRows()).isEqualTo(1);
        ImportRow bad = report.getPreview(1);
        assertThat(bad.getLine()).isEqualTo(3);
        assertThat(bad.getOutcome()).isEqualTo(ImportOutcome.IMPORT_OUTCOME_ERROR);
        assertThat(bad.getErrorsList()).anySatisfy(error -> {
            assertThat(error.getField()).isEqualTo(field);
            assertThat(error.getRule()).isEqualTo(rule);
            assertThat(error.getMessage()).isNotBlank();
        });
        ImportReport committed = commit(partnership, Partnership.fresh(), HEADER + "days,2026-W45,5,,\n" + row + "\n");
        assertThat(committed.getCommitted()).isFalse();
        assertThat(partnership.standing("days").getPeriod())
                .as("nothing is half imported")
                .isEmpty();
    }

    @Test
    void aRowThatComesTwiceIsNamedWithTheFirst() {
        ImportReport report = preview(HEADER + "days,2026-W45,5,,\n\ndays,2026-W45,5,,\n");
        assertThat(report.getErrorRows()).isEqualTo(1);
        assertThat(report.getPreview(1).getLine()).isEqualTo(4);
        assertThat(report.getPreview(1).getErrors(0).getRule()).isEqualTo("ROW_DUPLICATE");
        assertThat(report.getPreview(1).getErrors(0).getMessage()).contains("line 2");
    }

    @Test
    void aZeroDenominatorIsHintedAtNoActivity() {
        ImportReport report = preview(HEADER + "otd,2026-10,,0,0\n");
        assertThat(report.getPreview(0).getErrors(0).getMessage()).contains("no activity");
    }

    @Test
    void aFileWithoutHeaderIsOneError() {
        ImportReport report = preview("otd,2026-10,95\n");
        assertThat(report.getErrorRows()).isEqualTo(1);
        assertThat(report.getPreview(0).getErrors(0).getField()).isEqualTo("header");
    }

    @Test
    void aGoodFileIsRecordedOnceHoweverOftenItIsSent() {
        Partnership own = new Partnership(house, "import-good", "America/Bahia_Banderas");
        setUp(own);
        own.target("otd", "2026-01", "95", "90");
        String csv = "kpi;period;numerator;denominator;value\r\n"
                + "On-time delivery;2026-07;96;100;\r\n"
                + "otd;2026-08;;;No Activity\r\n"
                + own.kpi("otd") + ";2026-09;90;100;\r\n"
                + "DAYS;2026-W45;;;-2.50\r\n";
        ImportReport preview =
                send(own.person("owner-ops"), own, ImportMode.IMPORT_MODE_PREVIEW, "", ByteString.copyFromUtf8(csv));
        assertThat(preview.getCommitted()).isFalse();
        assertThat(List.of(preview.getRows(), preview.getNewRows(), preview.getUnchangedRows(), preview.getErrorRows()))
                .containsExactly(4, 3, 1, 0);
        assertThat(own.standing("otd").getSeries().getPeriods(0))
                .as("nothing is written")
                .isEqualTo("2026-09");

        String requestId = Partnership.fresh();
        ImportReport first = commit(own, requestId, csv);
        assertThat(first.getCommitted()).isTrue();
        assertThat(List.of(first.getRows(), first.getNewRows(), first.getUnchangedRows()))
                .containsExactly(4, 3, 1);
        long revision = own.scorecard().getRevision();
        assertThat(commit(own, requestId, csv)).isEqualTo(first);
        ImportReport again = commit(own, Partnership.fresh(), csv);
        assertThat(again.getCommitted()).isTrue();
        assertThat(List.of(again.getNewRows(), again.getUnchangedRows())).containsExactly(0, 4);
        assertThat(own.scorecard().getRevision()).isEqualTo(revision);
        assertThat(own.standing("otd").getSeries().getStatusesList())
                .startsWith(Status.STATUS_GREEN, Status.STATUS_NO_DATA, Status.STATUS_AMBER);
        assertThat(own.standing("days").getValue()).isEqualTo("-2.5");
    }

    @Test
    void oneRequestIdIsNotUsedForTwoFiles() {
        Partnership own = new Partnership(house, "import-reuse", "Europe/Berlin");
        setUp(own);
        String requestId = Partnership.fresh();
        commit(own, requestId, HEADER + "days,2026-W45,5,,\n");
        assertThat(refusal(() -> commit(own, requestId, HEADER + "days,2026-W46,5,,\n"))
                        .reason())
                .isEqualTo(Reason.REQUEST_ID_REUSED);
    }

    @Test
    void aFileIsTakenInPieceByPieceAndNotBeyondFiveMegabytes() {
        byte[] bytes = (HEADER + "days,2026-W45,5,,\nPünktlich,2026-W45,5,,\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        ByteString[] single = new ByteString[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            single[i] = ByteString.copyFrom(bytes, i, 1);
        }
        ImportReport report =
                send(partnership.person("partner-ops"), partnership, ImportMode.IMPORT_MODE_PREVIEW, "", single);
        assertThat(report.getPreview(1).getKpi()).isEqualTo("Pünktlich");

        ByteString chunk = ByteString.copyFrom(new byte[256 * 1024]);
        ByteString[] ten = new ByteString[40];
        java.util.Arrays.fill(ten, chunk);
        Refusal refusal = refusal(() -> send(
                partnership.person("partner-ops"),
                partnership,
                ImportMode.IMPORT_MODE_COMMIT,
                Partnership.fresh(),
                ten));
        assertThat(refusal.rule()).isEqualTo("file.too_large");
    }

    @Test
    void aTokenMayImportItsOwnKpisOnly() {
        house.directory.token(
                "narrow",
                partnership.name(),
                dev.drumbeat.platform.domain.Side.PARTNER,
                List.of(partnership.kpi("days")));
        ImportReport report = send(
                "tokens/narrow",
                partnership,
                ImportMode.IMPORT_MODE_PREVIEW,
                "",
                ByteString.copyFromUtf8(HEADER + "days,2026-W45,5,,\notd,2026-10,,1,2\n"));
        assertThat(report.getNewRows()).isEqualTo(1);
        assertThat(report.getPreview(1).getErrors(0).getRule()).isEqualTo("KPI_UNKNOWN");
        assertThat(report.getPreview(1).getKpiDisplayName()).isEmpty();
    }

    @Test
    void whoMayNotRecordMayNotPreview() {
        assertThat(refusal(() -> send(
                                partnership.person("owner-leader"),
                                partnership,
                                ImportMode.IMPORT_MODE_PREVIEW,
                                "",
                                ByteString.copyFromUtf8(HEADER)))
                        .reason())
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(refusal(() -> send(
                                "tokens/import-partner",
                                new Partnership(house, "foreign", "Europe/Berlin"),
                                ImportMode.IMPORT_MODE_PREVIEW,
                                "",
                                ByteString.copyFromUtf8(HEADER)))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void aYearOfDaysForTwoKpisIsOneFile() {
        Partnership own = new Partnership(house, "import-large", "Europe/Berlin");
        own.create("aa", weekly("Daily A").setFrequency(Frequency.FREQUENCY_DAILY));
        own.create("bb", weekly("Daily B").setFrequency(Frequency.FREQUENCY_DAILY));
        StringBuilder csv = new StringBuilder("kpi,period,value\n");
        java.time.LocalDate day = java.time.LocalDate.parse("2025-11-22");
        while (day.isBefore(java.time.LocalDate.parse("2026-11-22"))) {
            csv.append("aa,").append(day).append(",1\nbb,").append(day).append(",2\n");
            day = day.plusDays(1);
        }
        ImportReport report = commit(own, Partnership.fresh(), csv.toString());
        assertThat(report.getCommitted()).isTrue();
        assertThat(report.getNewRows()).isEqualTo(2 * 365);
        assertThat(report.getPreviewCount()).isEqualTo(200);
    }
}
