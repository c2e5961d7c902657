package dev.drumbeat.cadence;

import dev.drumbeat.platform.domain.MailMessage;
import dev.drumbeat.platform.domain.MailServer;
import java.util.ArrayList;
import java.util.List;

/** A mail server that does as it is told. */
public final class FakeMailServer implements MailServer {
    public boolean configured;
    public boolean dying;
    public Outcome outcome = new Outcome.Taken();
    public final List<String> sent = new ArrayList<>();

    @Override
    public boolean isConfigured() {
        return configured;
    }

    @Override
    public Outcome send(MailMessage mail, String messageId) {
        if (dying) {
            throw new IllegalStateException("the process dies");
        }
        if (outcome instanceof Outcome.Taken) {
            sent.add(messageId);
        }
        return outcome;
    }
}
