package dev.drumbeat.incentives;

import dev.drumbeat.incentives.Agreement.EndAsked;
import dev.drumbeat.incentives.Agreement.Rejection;
import dev.drumbeat.incentives.Agreement.Signature;
import dev.drumbeat.incentives.Agreement.State;
import dev.drumbeat.incentives.Agreement.Version;
import dev.drumbeat.incentives.journal.Fact.AgreementSigned;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Json;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.domain.Validation;
import java.util.Optional;

/** Both LEADERs' word on terms: signing, turning down, ending. */
public final class SignTerms {
    private final Ledger ledger;

    public SignTerms(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The identity's confirmation is looked at by the endpoint. */
    public void sign(Scope scope, Request request, String name, int number, String digest) {
        Rights.read(scope);
        ledger.write(scope, request, edit -> {
            Agreement agreement = edit.book().require(name);
            Version version = proposed(agreement, number);
            Side side = Rights.sign(scope, version.proposedBy());
            if (!version.digest().equals(digest)) {
                throw Refusal.staleRevision(name);
            }
            if (version.isSignedBy(side)) {
                throw Refusal.precondition("version.signed", "Your side has signed this version already.");
            }
            Version signed = version.signed(new Signature(edit.actor(), edit.at(), digest));
            edit.put(agreement.with(signed));
            edit.record(new AgreementSigned(name, number, digest));
            edit.audit(
                    signed.state() == State.SIGNED ? "incentives.agreement.in_force" : "incentives.agreement.signed",
                    name,
                    "",
                    Json.object("version", number, "digest", digest, "side", side.name()),
                    "");
        });
    }

    public void reject(Scope scope, Request request, String name, int number, String reason) {
        Rights.read(scope);
        Validation validation = new Validation();
        String why = validation.text("reason", reason, 3, 2_000);
        validation.orRefuse();
        ledger.write(scope, request, edit -> {
            Agreement agreement = edit.book().require(name);
            Version version = proposed(agreement, number);
            requireLeader(scope);
            edit.put(agreement.with(version.rejected(new Rejection(edit.actor(), edit.at(), why))));
            edit.audit("incentives.agreement.rejected", name, "", Json.object("version", number), why);
        });
    }

    /** Takes effect when both sides ask for the same last period. */
    public void end(Scope scope, Request request, String name, String lastPeriod, String reason) {
        Rights.read(scope);
        requireLeader(scope);
        Side side = Rights.side(scope);
        Validation validation = new Validation();
        String why = validation.text("reason", reason, 3, 2_000);
        validation.orRefuse();
        ledger.write(scope, request, edit -> {
            Agreement agreement = edit.book().require(name);
            Version newest = agreement.signed().stream()
                    .reduce((older, newer) -> newer)
                    .orElseThrow(
                            () -> Refusal.precondition("agreement.unsigned", "Only a signed agreement can be ended."));
            Period last = Period.parse(lastPeriod)
                    .filter(period -> period.frequency() == newest.terms().settlement())
                    .orElseThrow(() -> Refusal.invalid("last_period", "period.malformed", "Name a settlement period."));
            Period running =
                    Period.at(last.frequency(), edit.at(), scope.facts().timeZone());
            if (last.compareTo(running) < 0) {
                throw Refusal.invalid(
                        "last_period",
                        "period.past",
                        "The running settlement period is the first that may be the last.");
            }
            boolean agreed = agreement
                    .endAsked()
                    .filter(asked -> asked.side() != side && asked.lastPeriod().equals(last))
                    .isPresent();
            edit.put(
                    agreed
                            ? agreement.ending(Optional.of(last), Optional.empty())
                            : agreement.ending(
                                    agreement.lastPeriod(), Optional.of(new EndAsked(side, last, edit.actor(), why))));
            edit.audit(
                    agreed ? "incentives.agreement.ended" : "incentives.agreement.end_asked",
                    name,
                    "",
                    Json.object("last_period", last.name()),
                    why);
        });
    }

    private static Version proposed(Agreement agreement, int number) {
        return agreement
                .version(number)
                .filter(version -> version.state() == State.PROPOSED)
                .orElseThrow(() ->
                        Refusal.precondition("version.not_proposed", "This version does not wait for signatures."));
    }

    private static void requireLeader(Scope scope) {
        if (!scope.may(Activity.SIGN_TERMS)) {
            scope.require(Activity.SIGN_TERMS);
        }
    }
}
