package dev.drumbeat.incentives.grpc;

import dev.drumbeat.incentives.Disclose;
import dev.drumbeat.incentives.EvidenceDesk;
import dev.drumbeat.incentives.EvidenceView;
import dev.drumbeat.incentives.Names;
import dev.drumbeat.incentives.ReadBook;
import dev.drumbeat.incentives.journal.Entry;
import dev.drumbeat.incentives.journal.Fact.EvidenceVerdict;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.PageTokens;
import dev.drumbeat.platform.grpc.Requests;
import dev.drumbeat.proto.incentives.v1.DecideEvidenceRequest;
import dev.drumbeat.proto.incentives.v1.DiscloseRequest;
import dev.drumbeat.proto.incentives.v1.Disclosure;
import dev.drumbeat.proto.incentives.v1.Evidence;
import dev.drumbeat.proto.incentives.v1.ListDisclosuresRequest;
import dev.drumbeat.proto.incentives.v1.ListDisclosuresResponse;
import dev.drumbeat.proto.incentives.v1.ListEvidenceRequest;
import dev.drumbeat.proto.incentives.v1.ListEvidenceResponse;
import dev.drumbeat.proto.incentives.v1.ReplyToEvidenceRequest;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is told early, and what looks as if it were not told. */
@Singleton
final class CandourCalls {
    private final Scopes scopes;
    private final Disclose disclosing;
    private final EvidenceDesk desk;
    private final ReadBook reading;

    CandourCalls(Scopes scopes, Disclose disclosing, EvidenceDesk desk, ReadBook reading) {
        this.scopes = scopes;
        this.disclosing = disclosing;
        this.desk = desk;
        this.reading = reading;
    }

    Disclosure disclose(DiscloseRequest request) {
        Scope scope = scopes.naming(request.getKpi());
        Validation validation = new Validation();
        Optional<BigDecimal> expected =
                new Reader(validation).optionalDecimal("expected_value", request.getExpectedValue());
        validation.orRefuse();
        String name = disclosing.disclose(
                scope, Requests.of(request), request.getKpi(), request.getPeriod(), request.getText(), expected);
        return BookWire.disclosure(reading.disclosure(scope, request.getKpi(), name));
    }

    ListDisclosuresResponse listDisclosures(ListDisclosuresRequest request) {
        Scope scope = scopes.naming(request.getParent());
        PageTokens pages = PageTokens.of(request);
        String kpi = Names.isPartnership(request.getParent()) ? "" : request.getParent();
        Page<Entry> page = reading.disclosures(scope, kpi, pages.wanted());
        ListDisclosuresResponse.Builder response =
                ListDisclosuresResponse.newBuilder().setNextPageToken(pages.next(page));
        page.items().forEach(entry -> response.addDisclosures(BookWire.disclosure(entry)));
        return response.build();
    }

    ListEvidenceResponse listEvidence(ListEvidenceRequest request) {
        Scope scope = scopes.of(request.getParent());
        PageTokens pages = PageTokens.of(request);
        Set<EvidenceView.State> states = request.getStatesList().stream()
                .flatMap(state -> Enums.decode(state, EvidenceView.State.class).stream())
                .collect(Collectors.toSet());
        Page<EvidenceView> page = reading.evidence(scope, states, pages.wanted());
        ListEvidenceResponse.Builder response =
                ListEvidenceResponse.newBuilder().setNextPageToken(pages.next(page));
        page.items().forEach(evidence -> response.addEvidence(evidence(scope, evidence)));
        return response.build();
    }

    Evidence replyToEvidence(ReplyToEvidenceRequest request) {
        Scope scope = scopes.naming(request.getName());
        desk.reply(scope, Requests.of(request), request.getName(), request.getText());
        return evidence(scope, reading.evidence(scope, request.getName()));
    }

    Evidence decideEvidence(DecideEvidenceRequest request) {
        Scope scope = scopes.naming(request.getName());
        reading.book(scope);
        Validation validation = new Validation();
        EvidenceVerdict verdict = Enums.require(validation, "decision", request.getDecision(), EvidenceVerdict.class);
        validation.orRefuse();
        desk.decide(scope, Requests.of(request), request.getName(), verdict, request.getReason());
        return evidence(scope, reading.evidence(scope, request.getName()));
    }

    private Evidence evidence(Scope scope, EvidenceView evidence) {
        return BookWire.evidence(evidence, reading.mayDo(scope, evidence));
    }
}
