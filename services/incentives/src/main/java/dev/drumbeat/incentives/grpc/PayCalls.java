package dev.drumbeat.incentives.grpc;

import dev.drumbeat.incentives.Accounts;
import dev.drumbeat.incentives.Books;
import dev.drumbeat.incentives.DeclareForecast;
import dev.drumbeat.incentives.EvidenceView;
import dev.drumbeat.incentives.Names;
import dev.drumbeat.incentives.ReadBook;
import dev.drumbeat.incentives.journal.Entry;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.grpc.PageTokens;
import dev.drumbeat.platform.grpc.Requests;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.incentives.v1.BatchGetProjectionsRequest;
import dev.drumbeat.proto.incentives.v1.BatchGetProjectionsResponse;
import dev.drumbeat.proto.incentives.v1.DeclareForecastRequest;
import dev.drumbeat.proto.incentives.v1.Forecast;
import dev.drumbeat.proto.incentives.v1.GetPayPanelRequest;
import dev.drumbeat.proto.incentives.v1.ListForecastsRequest;
import dev.drumbeat.proto.incentives.v1.ListForecastsResponse;
import dev.drumbeat.proto.incentives.v1.PayPanel;
import dev.drumbeat.proto.incentives.v1.WhatIfRequest;
import dev.drumbeat.proto.incentives.v1.WhatIfResponse;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the score pays as things stand, what it would pay, and what the partner expects of itself. */
@Singleton
final class PayCalls {
    private static final int MAX_BATCH = 100;
    private static final int MAX_ASSUMPTIONS = 20;
    private static final int LATEST = 3;

    private final Scopes scopes;
    private final DeclareForecast forecasting;
    private final ReadBook reading;
    private final Accounts accounts;
    private final Books books;
    private final StatementCalls statements;

    PayCalls(
            Scopes scopes,
            DeclareForecast forecasting,
            ReadBook reading,
            Accounts accounts,
            Books books,
            StatementCalls statements) {
        this.scopes = scopes;
        this.forecasting = forecasting;
        this.reading = reading;
        this.accounts = accounts;
        this.books = books;
        this.statements = statements;
    }

    PayPanel getPayPanel(GetPayPanelRequest request) {
        Scope scope = scopes.of(request.getPartnership());
        Versioned<dev.drumbeat.incentives.Book> book = reading.book(scope);
        PayPanel.Builder panel = PayPanel.newBuilder()
                .setPartnership(scope.partnership())
                .addAllWaitingForCaller(reading.waiting(scope))
                .setHead(BookWire.head(book.value().head()));
        accounts.panel(scope).ifPresent(projected -> {
            panel.setComputedAt(Wire.timestamp(projected.computedAt()));
            projected.projections().forEach(projection -> panel.addProjections(PayWire.projection(projection)));
        });
        reading.statements(scope, "", Optional.empty(), Set.of(), new Page.Wanted(LATEST, ""))
                .items()
                .forEach(statement -> panel.addLatestStatements(statements.statement(scope, statement)));
        panel.setOpenEvidence(
                reading.evidence(scope, Set.of(EvidenceView.State.OPEN), new Page.Wanted(Page.MAX_SIZE, ""))
                        .items()
                        .size());
        return panel.build();
    }

    BatchGetProjectionsResponse batchGetProjections(BatchGetProjectionsRequest request) {
        if (request.getPartnershipsCount() > MAX_BATCH) {
            throw Refusal.invalid("partnerships", "batch.too_large", "Ask for at most " + MAX_BATCH + " at a time.");
        }
        BatchGetProjectionsResponse.Builder response = BatchGetProjectionsResponse.newBuilder();
        List<dev.drumbeat.incentives.Projected> known = accounts.batch(scopes.all(request.getPartnershipsList()));
        Map<String, dev.drumbeat.incentives.Book> byName = new HashMap<>();
        books.find(known.stream()
                        .map(dev.drumbeat.incentives.Projected::partnership)
                        .toList())
                .forEach(book -> byName.put(book.value().partnership(), book.value()));
        known.forEach(projected -> response.addAllProjections(
                PayWire.summaries(projected, Optional.ofNullable(byName.get(projected.partnership())))));
        return response.build();
    }

    WhatIfResponse whatIf(WhatIfRequest request) {
        Scope scope = scopes.naming(request.getAgreement());
        reading.book(scope);
        Validation validation = new Validation();
        Reader reader = new Reader(validation);
        if (request.getAssumptionsCount() > MAX_ASSUMPTIONS) {
            validation.add("assumptions", "assumptions.count", "At most " + MAX_ASSUMPTIONS + " assumptions, please.");
        }
        Map<String, BigDecimal> assumed = new HashMap<>();
        for (int i = 0; i < request.getAssumptionsCount(); i++) {
            assumed.put(
                    request.getAssumptions(i).getKpi(),
                    reader.decimal(
                            "assumptions[" + i + "].value",
                            request.getAssumptions(i).getValue()));
        }
        validation.orRefuse();
        return PayWire.whatIf(accounts.whatIf(scope, request.getAgreement(), assumed));
    }

    Forecast declareForecast(DeclareForecastRequest request) {
        Scope scope = scopes.naming(request.getAgreement());
        reading.book(scope);
        Validation validation = new Validation();
        BigDecimal value = new Reader(validation).decimal("value", request.getValue());
        validation.orRefuse();
        String name = forecasting.declare(
                scope, Requests.of(request), request.getAgreement(), request.getRuleId(), request.getPeriod(), value);
        Entry entry =
                books.topics(scope.partnership(), List.of("forecast:" + Names.id(request.getAgreement()))).stream()
                        .filter(known -> known.fact().subject().equals(name))
                        .findFirst()
                        .orElseThrow();
        return BookWire.forecast(entry);
    }

    ListForecastsResponse listForecasts(ListForecastsRequest request) {
        Scope scope = scopes.of(request.getParent());
        PageTokens pages = PageTokens.of(request);
        Page<Entry> page = reading.forecasts(scope, pages.wanted());
        ListForecastsResponse.Builder response =
                ListForecastsResponse.newBuilder().setNextPageToken(pages.next(page));
        page.items().forEach(entry -> response.addForecasts(BookWire.forecast(entry)));
        return response.build();
    }
}
