package dev.drumbeat.incentives.grpc;

import dev.drumbeat.incentives.Accounts;
import dev.drumbeat.incentives.Agreement;
import dev.drumbeat.incentives.DraftTerms;
import dev.drumbeat.incentives.ReadBook;
import dev.drumbeat.incentives.SignTerms;
import dev.drumbeat.incentives.terms.Terms;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.grpc.PageTokens;
import dev.drumbeat.platform.grpc.Requests;
import dev.drumbeat.proto.incentives.v1.DiscardDraftRequest;
import dev.drumbeat.proto.incentives.v1.EndAgreementRequest;
import dev.drumbeat.proto.incentives.v1.Finding;
import dev.drumbeat.proto.incentives.v1.GetAgreementRequest;
import dev.drumbeat.proto.incentives.v1.ListAgreementsRequest;
import dev.drumbeat.proto.incentives.v1.ListAgreementsResponse;
import dev.drumbeat.proto.incentives.v1.PreviewPayCurveRequest;
import dev.drumbeat.proto.incentives.v1.PreviewPayCurveResponse;
import dev.drumbeat.proto.incentives.v1.ProposeAgreementRequest;
import dev.drumbeat.proto.incentives.v1.RejectAgreementRequest;
import dev.drumbeat.proto.incentives.v1.SaveDraftRequest;
import dev.drumbeat.proto.incentives.v1.Severity;
import dev.drumbeat.proto.incentives.v1.SignAgreementRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Agreements: writing, showing and signing terms, and what they would pay. */
@Singleton
final class AgreementCalls {
    private final Scopes scopes;
    private final DraftTerms drafts;
    private final SignTerms signing;
    private final ReadBook reading;
    private final Accounts accounts;
    private final Clock clock;

    AgreementCalls(
            Scopes scopes, DraftTerms drafts, SignTerms signing, ReadBook reading, Accounts accounts, Clock clock) {
        this.scopes = scopes;
        this.drafts = drafts;
        this.signing = signing;
        this.reading = reading;
        this.accounts = accounts;
        this.clock = clock;
    }

    ListAgreementsResponse listAgreements(ListAgreementsRequest request) {
        Scope scope = scopes.of(request.getParent());
        PageTokens pages = PageTokens.of(request);
        Page<Agreement> page = Page.of(reading.agreements(scope), pages.wanted());
        ListAgreementsResponse.Builder response =
                ListAgreementsResponse.newBuilder().setNextPageToken(pages.next(page));
        page.items().forEach(agreement -> response.addAgreements(agreement(scope, agreement)));
        return response.build();
    }

    dev.drumbeat.proto.incentives.v1.Agreement getAgreement(GetAgreementRequest request) {
        Scope scope = scopes.naming(request.getName());
        return agreement(scope, request.getName());
    }

    dev.drumbeat.proto.incentives.v1.Agreement saveDraft(SaveDraftRequest request) {
        Scope scope = scopes.naming(request.getName());
        Validation validation = new Validation();
        Terms terms = TermsReader.read(validation, request.getTerms());
        reading.book(scope);
        validation.orRefuse();
        String name = drafts.save(scope, Requests.of(request), request.getName(), terms);
        return agreement(scope, name);
    }

    dev.drumbeat.proto.incentives.v1.Agreement discardDraft(DiscardDraftRequest request) {
        Scope scope = scopes.naming(request.getName());
        drafts.discard(scope, Requests.of(request), request.getName());
        boolean left = reading.agreements(scope).stream()
                .anyMatch(agreement -> agreement.name().equals(request.getName()));
        return left
                ? agreement(scope, request.getName())
                : dev.drumbeat.proto.incentives.v1.Agreement.newBuilder()
                        .setName(request.getName())
                        .build();
    }

    dev.drumbeat.proto.incentives.v1.Agreement proposeAgreement(ProposeAgreementRequest request) {
        Scope scope = scopes.naming(request.getName());
        drafts.propose(scope, Requests.of(request), request.getName(), request.getReason());
        return agreement(scope, request.getName());
    }

    dev.drumbeat.proto.incentives.v1.Agreement signAgreement(SignAgreementRequest request) {
        Scope scope = scopes.signer(request.getName());
        signing.sign(scope, Requests.of(request), request.getName(), request.getVersion(), request.getDigest());
        return agreement(scope, request.getName());
    }

    dev.drumbeat.proto.incentives.v1.Agreement rejectAgreement(RejectAgreementRequest request) {
        Scope scope = scopes.naming(request.getName());
        signing.reject(scope, Requests.of(request), request.getName(), request.getVersion(), request.getReason());
        return agreement(scope, request.getName());
    }

    dev.drumbeat.proto.incentives.v1.Agreement endAgreement(EndAgreementRequest request) {
        Scope scope = scopes.naming(request.getName());
        signing.end(scope, Requests.of(request), request.getName(), request.getLastPeriod(), request.getReason());
        return agreement(scope, request.getName());
    }

    PreviewPayCurveResponse previewPayCurve(PreviewPayCurveRequest request) {
        Scope scope = scopes.of(request.getPartnership());
        reading.book(scope);
        Validation validation = new Validation();
        Terms terms = TermsReader.read(validation, request.getTerms());
        if (validation.isClean()) {
            return PayWire.preview(accounts.preview(scope, terms));
        }
        // While somebody types, what is not yet well-formed is a finding like any other.
        PreviewPayCurveResponse.Builder response = PreviewPayCurveResponse.newBuilder();
        validation
                .violations()
                .forEach(violation -> response.addFindings(Finding.newBuilder()
                        .setSeverity(Severity.SEVERITY_ERROR)
                        .setField(violation.field().replaceFirst("^terms\\.", ""))
                        .setCode(violation.rule())
                        .setMessage(violation.message())));
        return response.build();
    }

    private dev.drumbeat.proto.incentives.v1.Agreement agreement(Scope scope, String name) {
        return agreement(scope, reading.agreement(scope, name));
    }

    private dev.drumbeat.proto.incentives.v1.Agreement agreement(Scope scope, Agreement agreement) {
        return BookWire.agreement(
                agreement,
                scope.side().flatMap(agreement::draft),
                terms -> findings(scope, terms),
                reading.mayDo(scope, agreement),
                scope.facts().timeZone(),
                clock.instant(),
                reading.book(scope).revision());
    }

    /** A page with an agreement opens without kpis, too; findings then have to wait. */
    private List<dev.drumbeat.incentives.terms.Finding> findings(Scope scope, Terms terms) {
        try {
            return drafts.findings(scope.partnership(), terms);
        } catch (Refusal refusal) {
            if (refusal.reason() == dev.drumbeat.platform.domain.Reason.UNAVAILABLE) {
                return List.of();
            }
            throw refusal;
        }
    }
}
