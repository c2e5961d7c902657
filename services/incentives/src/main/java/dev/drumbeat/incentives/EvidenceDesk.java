package dev.drumbeat.incentives;

import dev.drumbeat.incentives.journal.Fact.EvidenceDecided;
import dev.drumbeat.incentives.journal.Fact.EvidenceReplied;
import dev.drumbeat.incentives.journal.Fact.EvidenceShown;
import dev.drumbeat.incentives.journal.Fact.EvidenceVerdict;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.Json;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.domain.Validation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Evidence is shown, replied to and decided on by people; nothing follows from it by machine. */
public final class EvidenceDesk {
    private static final Actor SERVICE = Actor.service("incentives");

    private final Ledger ledger;
    private final Books books;

    public EvidenceDesk(Ledger ledger, Books books) {
        this.ledger = ledger;
        this.books = books;
    }

    /** Shows what was not shown yet; the same evidence has the same name for ever. */
    public void show(String partnership, List<EvidenceShown> found) {
        if (found.isEmpty()) {
            return;
        }
        ledger.settled(partnership);
        Set<String> known = books.all(partnership, EvidenceShown.class, "").stream()
                .map(entry -> entry.fact().subject())
                .collect(Collectors.toSet());
        for (EvidenceShown evidence : found) {
            if (known.contains(evidence.name())) {
                continue;
            }
            ledger.write(
                    partnership,
                    SERVICE,
                    new Request("services/incentives#" + evidence.name(), evidence.name()),
                    edit -> {
                        if (edit.entries(evidence.topic()).isEmpty()) {
                            edit.record(evidence);
                            edit.audit("incentives.evidence.shown", evidence.name(), "", "", evidence.text());
                        }
                    });
        }
    }

    public void reply(Scope scope, Request request, String name, String text) {
        Rights.comment(scope);
        Validation validation = new Validation();
        String words = validation.text("text", text, 1, 2_000);
        validation.orRefuse();
        ledger.write(scope, request, edit -> {
            open(edit, name);
            EvidenceReplied reply = new EvidenceReplied(name, words);
            edit.record(reply);
            edit.audit("incentives.evidence.replied", name, "", Json.object("text", words), "");
        });
    }

    public void decide(Scope scope, Request request, String name, EvidenceVerdict verdict, String reason) {
        Rights.read(scope);
        if (!scope.may(Activity.SIGN_TERMS)) {
            scope.require(Activity.SIGN_TERMS);
        }
        Side side = Rights.side(scope);
        Validation validation = new Validation();
        String why = validation.text("reason", reason, 3, 2_000);
        validation.orRefuse();
        ledger.write(scope, request, edit -> {
            EvidenceView evidence = open(edit, name);
            if (!evidence.isDecidableBy(side)) {
                throw Refusal.notAllowed("evidence.own", "A LEADER of the other side decides about this.");
            }
            if (!evidence.isDecidable(edit.at())) {
                throw Refusal.precondition(
                        "evidence.reply_first",
                        "The side concerned may reply first, for 7 days from when it was shown.");
            }
            edit.record(new EvidenceDecided(name, verdict, why));
            edit.audit("incentives.evidence.decided", name, "", Json.object("decision", verdict.name()), why);
        });
    }

    private static EvidenceView open(Edit edit, String name) {
        EvidenceView evidence =
                EvidenceView.of(edit.entries("evidence:" + Names.id(name))).orElseThrow(() -> Refusal.notFound(name));
        if (evidence.decided().isPresent()) {
            throw Refusal.precondition("evidence.decided", "This has been decided.");
        }
        return evidence;
    }
}
