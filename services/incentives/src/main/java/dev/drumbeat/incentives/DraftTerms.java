package dev.drumbeat.incentives;

import dev.drumbeat.incentives.Agreement.Draft;
import dev.drumbeat.incentives.Agreement.State;
import dev.drumbeat.incentives.Agreement.Version;
import dev.drumbeat.incentives.journal.Digests;
import dev.drumbeat.incentives.journal.Trees;
import dev.drumbeat.incentives.terms.Finding;
import dev.drumbeat.incentives.terms.Terms;
import dev.drumbeat.incentives.terms.TermsCheck;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Json;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From a side's own draft to what the other side is asked to sign. */
public final class DraftTerms {
    private static final int MAX_AGREEMENTS = 50;
    private static final int MAX_VERSIONS = 50;

    private final Ledger ledger;
    private final Kpis kpis;

    public DraftTerms(Ledger ledger, Kpis kpis) {
        this.ledger = ledger;
        this.kpis = kpis;
    }

    /** @param name an agreement, or the partnership to begin a new one; gives the agreement's name */
    public String save(Scope scope, Request request, String name, Terms terms) {
        Side side = Rights.propose(scope);
        // The same request makes the same agreement.
        String agreement = Names.isPartnership(name)
                ? Names.child(scope.partnership(), "agreements", newId(terms, request))
                : Names.require(name, "agreements");
        ledger.write(scope, request, edit -> {
            Optional<Agreement> known = edit.book().agreement(agreement);
            if (known.isEmpty() && !Names.isPartnership(name)) {
                throw Refusal.notFound(name);
            }
            known.filter(before -> !visible(before, side)).ifPresent(before -> {
                throw Refusal.notFound(name);
            });
            if (known.isEmpty() && edit.book().agreements().size() >= MAX_AGREEMENTS) {
                throw Refusal.of(
                        Reason.LIMIT_REACHED, "agreements.many", "There are as many agreements as there may be.");
            }
            Agreement before = known.orElseGet(() -> new Agreement(
                    agreement, terms.displayName(), List.of(), List.of(), Optional.empty(), Optional.empty()));
            edit.put(before.withDraft(new Draft(side, terms, edit.actor(), edit.at())));
        });
        return agreement;
    }

    public void discard(Scope scope, Request request, String name) {
        Side side = Rights.propose(scope);
        ledger.write(scope, request, edit -> {
            Agreement before = edit.book().require(name);
            if (before.draft(side).isEmpty()) {
                throw Refusal.precondition("draft.none", "There is no draft of your side.");
            }
            Agreement without = before.withoutDraft(side);
            if (without.versions().isEmpty() && without.drafts().isEmpty()) {
                edit.remove(name);
            } else {
                edit.put(without);
            }
        });
    }

    /** Refuses with one violation for each error among the findings. */
    public void propose(Scope scope, Request request, String name, String reason) {
        Side side = Rights.propose(scope);
        Validation validation = new Validation();
        String why = validation.text("reason", reason, 3, 2_000);
        validation.orRefuse();
        ledger.write(scope, request, edit -> {
            Agreement before = edit.book().require(name);
            Draft draft = before.draft(side)
                    .orElseThrow(() -> Refusal.precondition("draft.none", "There is no draft of your side."));
            if (before.proposed().isPresent()) {
                throw Refusal.precondition(
                        "version.proposed",
                        "A version is waiting for signatures; it has to be signed or turned down first.");
            }
            if (before.versions().size() >= MAX_VERSIONS) {
                throw Refusal.of(Reason.LIMIT_REACHED, "versions.many", "There are as many versions as there may be.");
            }
            List<Violation> errors = new ArrayList<>();
            for (Finding finding : findings(scope.partnership(), draft.terms())) {
                if (finding.isError()) {
                    errors.add(new Violation(
                            "terms." + finding.field(),
                            finding.code(),
                            (finding.message() + " " + finding.example()).strip()));
                }
            }
            alreadyStated(edit, before, draft.terms()).ifPresent(errors::add);
            if (!errors.isEmpty()) {
                throw Refusal.of(Reason.INVALID_FIELD, errors);
            }
            int number =
                    before.versions().stream().mapToInt(Version::number).max().orElse(0) + 1;
            Version version = new Version(
                    number,
                    State.PROPOSED,
                    draft.terms(),
                    draft.writtenBy(),
                    draft.writtenAt(),
                    edit.actor(),
                    edit.at(),
                    why,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Digests.of(Trees.write(draft.terms())));
            edit.put(before.withoutDraft(side).with(version));
            edit.audit(
                    "incentives.agreement.proposed",
                    name,
                    "",
                    Json.object(
                            "version",
                            number,
                            "digest",
                            version.digest(),
                            "name",
                            draft.terms().displayName()),
                    why);
        });
    }

    public List<Finding> findings(String partnership, Terms terms) {
        return TermsCheck.of(terms, kpis.history(partnership, List.of()).kpis());
    }

    /** What was stated under one version is not computed by another afterwards. */
    private static Optional<Violation> alreadyStated(Edit edit, Agreement agreement, Terms terms) {
        return agreement.signed().stream()
                .map(version -> version.terms().settlement())
                .distinct()
                .filter(frequency -> frequency != terms.settlement())
                .findFirst()
                .map(other -> new Violation(
                        "terms.settlement_frequency",
                        "settlement.changed",
                        "An agreement keeps its settlement periods; begin another one for others."))
                .or(() -> edit.lastStated(agreement.name())
                        .filter(last -> terms.firstPeriod().compareTo(last) <= 0)
                        .map(last -> new Violation(
                                "terms.first_period",
                                "period.already_stated",
                                "Periods up to " + last.name() + " are stated already: begin later.")));
    }

    static boolean visible(Agreement agreement, Side side) {
        return !agreement.versions().isEmpty() || agreement.draft(side).isPresent();
    }

    private static String newId(Terms terms, Request request) {
        String slug = Ids.slug(terms.displayName());
        String shortened = slug.length() > 30 ? slug.substring(0, 30).replaceAll("-+$", "") : slug;
        return (shortened.isEmpty() ? "agreement" : shortened) + "-"
                + Ids.of(request.key()).substring(0, 6);
    }
}
