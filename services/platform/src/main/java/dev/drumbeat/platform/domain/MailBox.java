package dev.drumbeat.platform.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Hands mail over to the mail server, apart from everything else: a server that fails blocks no meeting. What is about to be
 * handed over is written down first; a process that dies in between leaves a mail of which nobody knows whether it was sent, and
 * which is then not sent again.
 */
public final class MailBox {
    private static final Duration HANDING_OVER_LIMIT = Duration.ofMinutes(5);
    private static final int AT_ONCE = 100;

    private final MailStore store;
    private final MailServer server;
    private final Finish finish;
    private final Clock clock;

    /** Puts into a mail, as it is handed over, what is never kept with it, such as a secret. */
    public interface Finish {
        MailMessage finished(MailMessage mail);
    }

    public MailBox(MailStore store, MailServer server, Finish finish, Clock clock) {
        this.store = store;
        this.server = server;
        this.finish = finish;
        this.clock = clock;
    }

    public boolean isConfigured() {
        return server.isConfigured();
    }

    /** The state in which new mail begins. */
    public MailMessage.State firstState() {
        return server.isConfigured() ? MailMessage.State.WAITING : MailMessage.State.WOULD_BE_SENT;
    }

    /** Keeps a mail; false when the same cause wrote it before. */
    public boolean keep(MailMessage mail) {
        return store.create(Versioned.first(mail, new Request("mail#" + mail.id(), mail.kind()), List.of()));
    }

    public boolean isKept(String id) {
        return store.find(id).isPresent();
    }

    /** Sends what is due; gives how many were taken by the server. */
    public int deliver() {
        int taken = 0;
        for (Versioned<MailMessage> due : store.due(clock.instant(), AT_ONCE)) {
            if (due.value().state() == MailMessage.State.HANDING_OVER) {
                change(due, due.value().uncertain());
            } else if (server.isConfigured()) {
                taken += hand(due);
            }
        }
        return taken;
    }

    private int hand(Versioned<MailMessage> due) {
        Instant now = clock.instant();
        MailMessage handing = due.value().handingOver(now.plus(HANDING_OVER_LIMIT));
        if (!change(due, handing)) {
            // Another process has it.
            return 0;
        }
        Versioned<MailMessage> marked = next(due, handing);
        return switch (server.send(finish.finished(handing), "<" + handing.id() + "@drumbeat>")) {
            case MailServer.Outcome.Taken() -> {
                change(marked, handing.sent(clock.instant()));
                yield 1;
            }
            case MailServer.Outcome.NotNow(String why) -> {
                change(marked, handing.notSent(why, clock.instant()));
                yield 0;
            }
            case MailServer.Outcome.Never(String why) -> {
                change(marked, handing.failed(why));
                yield 0;
            }
        };
    }

    /** Who may read it is for the service to say. */
    public Page<MailMessage> about(Scope scope, Page.Wanted wanted) {
        return store.about(scope, wanted);
    }

    public Page<MailMessage> to(String person, Page.Wanted wanted) {
        return store.to(person, wanted);
    }

    private boolean change(Versioned<MailMessage> before, MailMessage after) {
        return store.replace(before, next(before, after));
    }

    private static Versioned<MailMessage> next(Versioned<MailMessage> before, MailMessage after) {
        return new Versioned<>(after, before.revision() + 1, before.created(), RequestLog.empty(), List.of());
    }
}
