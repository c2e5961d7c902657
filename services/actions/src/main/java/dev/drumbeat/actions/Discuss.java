package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;

/** Comments and evidence, on any action at any time. */
public final class Discuss {
    private static final int MAX_COMMENT = 2_000;
    private static final int MAX_TITLE = 140;
    private static final int MAX_URL = 2_000;

    private final ActionLedger ledger;

    public Discuss(ActionLedger ledger) {
        this.ledger = ledger;
    }

    public Versioned<CorrectiveAction> comment(Scope scope, Request request, String action, String text) {
        return ledger.change(
                scope, request, action, OptionalLong.empty(), "action.commented", (before, standing, at) -> {
                    scope.require(Activity.COMMENT);
                    Validation validation = new Validation();
                    String good = validation.text("text", text, 1, MAX_COMMENT);
                    validation.orRefuse();
                    return List.of(new Fact.Commented(at, scope.actor(), good));
                });
    }

    /** A link to a photo, report or drawing. */
    public Versioned<CorrectiveAction> addEvidence(
            Scope scope, Request request, String action, String title, String url) {
        return ledger.change(
                scope, request, action, OptionalLong.empty(), "action.evidence_added", (before, standing, at) -> {
                    scope.require(Activity.COMMENT);
                    Validation validation = new Validation();
                    String goodTitle = validation.line("title", title, 1, MAX_TITLE);
                    String goodUrl = validation.line("url", url, 1, MAX_URL);
                    validation.orRefuse();
                    requireHttps(goodUrl);
                    return List.of(new Fact.EvidenceAdded(at, scope.actor(), goodTitle, goodUrl));
                });
    }

    private static void requireHttps(String url) {
        try {
            URI uri = URI.create(url);
            if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Refusal.invalid(
                "url", "evidence.https", "Give a whole https address, such as https://files.example.com/photo.jpg.");
    }
}
