package dev.drumbeat.incentives;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.Grant;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Side;

/** Who may do what with money: nothing without being allowed to read it, decided before anything is looked at. */
final class Rights {
    private Rights() {}

    static void read(Scope scope) {
        scope.require(Activity.READ_MONEY);
    }

    /**
     * Writes and proposes terms: who may propose or sign them, and may read money. Thus a partner's LEADER may, for whose OPS money
     * is not to be read; who proposed does not sign.
     */
    static Side propose(Scope scope) {
        read(scope);
        if (!mayPropose(scope)) {
            scope.require(Activity.PROPOSE_TERMS);
        }
        return side(scope);
    }

    static boolean mayPropose(Scope scope) {
        return scope.side().isPresent()
                && scope.may(Activity.READ_MONEY)
                && (scope.grant(Activity.PROPOSE_TERMS) == Grant.YES || scope.may(Activity.SIGN_TERMS));
    }

    static boolean maySign(Scope scope, Actor proposer) {
        return scope.side().isPresent()
                && scope.may(Activity.READ_MONEY)
                && scope.may(Activity.SIGN_TERMS)
                && !proposer.subject().equals(scope.caller().subject());
    }

    static Side sign(Scope scope, Actor proposer) {
        read(scope);
        scope.require(Activity.SIGN_TERMS, proposer);
        return side(scope);
    }

    static Side comment(Scope scope) {
        read(scope);
        scope.require(Activity.COMMENT);
        return side(scope);
    }

    static boolean mayComment(Scope scope) {
        return scope.side().isPresent() && scope.may(Activity.READ_MONEY) && scope.may(Activity.COMMENT);
    }

    static Side side(Scope scope) {
        return scope.side()
                .orElseThrow(() ->
                        Refusal.notAllowed("side.required", "Only a member of one of the two sides may do this."));
    }
}
