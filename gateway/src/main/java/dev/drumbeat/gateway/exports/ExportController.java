package dev.drumbeat.gateway.exports;

import com.google.protobuf.Timestamp;
import dev.drumbeat.gateway.asker.Asker.Person;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.PageOf;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.http.Problem;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.gateway.services.ServiceSettings;
import dev.drumbeat.gateway.trail.AuditTrails;
import dev.drumbeat.gateway.trail.AuditTrails.Source;
import dev.drumbeat.proto.actions.v1.ActionState;
import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc.ActionsServiceFutureStub;
import dev.drumbeat.proto.actions.v1.ListActionsRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc.IncentivesServiceFutureStub;
import dev.drumbeat.proto.incentives.v1.ListStatementsRequest;
import dev.drumbeat.proto.kpis.v1.GetScorecardRequest;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceFutureStub;
import dev.drumbeat.proto.kpis.v1.ListMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.ListPortfolioRequest;
import dev.drumbeat.proto.kpis.v1.PortfolioOrder;
import dev.drumbeat.proto.partners.v1.CallerMembership;
import io.grpc.Deadline;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tables as files, for people; read page by page, as the asker may see them. */
@RestController
final class ExportController {
    private static final int LARGE_PAGE = 1_000;
    private static final int PAGE = 100;

    private final ServiceClient<KpisServiceFutureStub> kpis;
    private final ServiceClient<ActionsServiceFutureStub> actions;
    private final ServiceClient<IncentivesServiceFutureStub> incentives;
    private final AuditTrails trails;
    private final long limitMillis;

    ExportController(
            ServiceClient<KpisServiceFutureStub> kpis,
            ServiceClient<ActionsServiceFutureStub> actions,
            ServiceClient<IncentivesServiceFutureStub> incentives,
            AuditTrails trails,
            ServiceSettings settings) {
        this.kpis = kpis;
        this.actions = actions;
        this.incentives = incentives;
        this.trails = trails;
        this.limitMillis = settings.transferLimit().toMillis();
    }

    @GetMapping("/api/partnerships/{slug}/measurements.csv")
    void measurements(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestAttribute(Request.ATTRIBUTE) Request asking,
            HttpServletResponse response)
            throws IOException {
        Request request = patient(asking);
        ListMeasurementsRequest.Builder question = ListMeasurementsRequest.newBuilder()
                .setParent(Names.partnership(slug))
                .setPageSize(LARGE_PAGE);
        if (asOf != null) {
            question.setAsOf(moment(asOf));
        }
        CsvFile.write(response, slug + "-measurements", Tables.MEASUREMENTS, token -> {
            var page = kpis.call(
                    request,
                    stub -> stub.listMeasurements(question.setPageToken(token).build()));
            return new PageOf<>(page.getMeasurementsList(), page.getNextPageToken());
        });
    }

    @GetMapping("/api/partnerships/{slug}/scorecard.csv")
    void scorecard(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestAttribute(Request.ATTRIBUTE) Request asking,
            HttpServletResponse response)
            throws IOException {
        Request request = patient(asking);
        GetScorecardRequest.Builder question = GetScorecardRequest.newBuilder()
                .setPartnership(Names.partnership(slug))
                .setPeriods(1);
        if (asOf != null) {
            question.setAsOf(moment(asOf));
        }
        CsvFile.write(
                response,
                slug + "-scorecard",
                Tables.SCORECARD,
                token -> new PageOf<>(
                        kpis.call(request, stub -> stub.getScorecard(question.build()))
                                .getStandingsList(),
                        ""));
    }

    /** Every action, closed and voided ones too. */
    @GetMapping("/api/partnerships/{slug}/actions.csv")
    void actions(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestAttribute(Request.ATTRIBUTE) Request asking,
            HttpServletResponse response)
            throws IOException {
        Request request = patient(asking);
        ListActionsRequest.Builder question = ListActionsRequest.newBuilder()
                .setParent(Names.partnership(slug))
                .setPageSize(PAGE);
        Stream.of(ActionState.values())
                .filter(state -> Wire.name(state) != null)
                .forEach(question::addStates);
        if (asOf != null) {
            question.setAsOf(moment(asOf));
        }
        CsvFile.write(response, slug + "-actions", ActionTable.COLUMNS, token -> {
            var page = actions.call(
                    request,
                    stub -> stub.listActions(question.setPageToken(token).build()));
            return new PageOf<>(page.getActionsList(), page.getNextPageToken());
        });
    }

    /** Every line of every statement, for those who may read money. */
    @GetMapping("/api/partnerships/{slug}/statements.csv")
    void statements(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestAttribute(Request.ATTRIBUTE) Request asking,
            HttpServletResponse response)
            throws IOException {
        Request request = patient(asking);
        ListStatementsRequest.Builder question = ListStatementsRequest.newBuilder()
                .setParent(Names.partnership(slug))
                .setPageSize(PAGE);
        if (asOf != null) {
            question.setAsOf(moment(asOf));
        }
        CsvFile.write(response, slug + "-statements", StatementTable.COLUMNS, token -> {
            var page = incentives.call(
                    request,
                    stub -> stub.listStatements(question.setPageToken(token).build()));
            return new PageOf<>(StatementTable.rows(page.getStatementsList()), page.getNextPageToken());
        });
    }

    /**
     * @param source {@code scores} for KPIs, targets and figures, {@code people} for people, roles and tokens, {@code actions} for
     *     corrective actions and the RACI, {@code cadence} for series, meetings and commitments,
     *     {@code incentives} for what the score pays
     * @param kind how what was done begins, such as {@code kpi.target}
     * @param person slug of who did it
     */
    @GetMapping("/api/partnerships/{slug}/audit.csv")
    void audit(
            @PathVariable String slug,
            @RequestParam(defaultValue = "scores") String source,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestAttribute(Request.ATTRIBUTE) Request asking,
            HttpServletResponse response)
            throws IOException {
        Request request = patient(asking);
        Source trail = Stream.of(Source.values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(source))
                .findFirst()
                .orElseThrow(() -> new Problem(
                                400,
                                "SOURCE_UNKNOWN",
                                "Unknown source",
                                "source is scores, people, actions, cadence or incentives.")
                        .raised());
        ListAuditEventsRequest.Builder question = ListAuditEventsRequest.newBuilder()
                .setPartnership(Names.partnership(slug))
                .setAction(kind)
                .setActor(person.isEmpty() ? "" : Names.person(person))
                .setPageSize(PAGE);
        if (from != null) {
            question.setFrom(moment(from));
        }
        if (until != null) {
            question.setUntil(moment(until));
        }
        CsvFile.write(response, slug + "-audit", Tables.AUDIT, token -> {
            var page = trails.list(request, trail, question.setPageToken(token).build());
            return new PageOf<>(page.getAuditEventsList(), page.getNextPageToken());
        });
    }

    @GetMapping("/api/portfolio.csv")
    void portfolio(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestAttribute(Request.ATTRIBUTE) Request asking,
            HttpServletResponse response)
            throws IOException {
        Request request = patient(asking);
        Person person = request.person();
        ListPortfolioRequest.Builder question = ListPortfolioRequest.newBuilder()
                .setOrder(PortfolioOrder.PORTFOLIO_ORDER_WORST_FIRST)
                .setPageSize(PAGE);
        if (asOf != null) {
            question.setAsOf(moment(asOf));
        }
        CsvFile.write(
                response,
                "portfolio",
                Tables.portfolio(name -> person.membership(name)
                        .map(CallerMembership::getDisplayName)
                        .orElse("")),
                token -> {
                    var page = kpis.call(
                            request,
                            stub -> stub.listPortfolio(
                                    question.setPageToken(token).build()));
                    return new PageOf<>(page.getLinesList(), page.getNextPageToken());
                });
    }

    /** For people only, who wait longer for a file than for a page. */
    private Request patient(Request asking) {
        asking.person();
        return asking.within(Deadline.after(limitMillis, TimeUnit.MILLISECONDS));
    }

    private static Timestamp moment(String text) {
        try {
            return Wire.timestamp(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            throw new Problem(400, "MOMENT_FORMAT", "No moment", "Write moments as 2026-11-22T14:05:00Z.").raised();
        }
    }
}
