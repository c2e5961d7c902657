package dev.drumbeat.platform.domain;

import java.time.Instant;
import java.util.List;

/** Where mail is kept before, while and after it is sent. */
public interface MailStore extends Aggregates<MailMessage> {
    /** Waiting or half handed over, whose time has come. */
    List<Versioned<MailMessage>> due(Instant now, int atMost);

    /** To one person, newest first. */
    Page<MailMessage> to(String person, Page.Wanted wanted);

    /** About one partnership, newest first. */
    Page<MailMessage> about(Scope scope, Page.Wanted wanted);
}
