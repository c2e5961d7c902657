package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.MailBox;
import dev.drumbeat.platform.domain.MailMessage;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/**
 * The mail that takes a link to its person. What is kept has a gap where the link stands; it is filled in as the mail is handed
 * over (see {@link LinkInMail}), so that no secret lies in the store.
 */
public final class PasswordMail {
    static final String KIND = "PASSWORD_LINK";

    /** Stands where the link will. */
    static final String GAP = "{link}";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final MailBox box;
    private final CompanyStore companies;
    private final Clock clock;

    public PasswordMail(MailBox box, CompanyStore companies, Clock clock) {
        this.box = box;
        this.companies = companies;
        this.clock = clock;
    }

    /**
     * Puts the mail into the box, once for each link.
     *
     * @return whether a mail server takes it from there
     */
    boolean write(Account account) {
        Person person = account.person();
        PasswordLink link = Objects.requireNonNull(account.link());
        String company = companies
                .find(person.company())
                .map(kept -> kept.value().displayName())
                .orElse(person.company());
        String id = id(person, link);
        if (box.isKept(id)) {
            return box.isConfigured();
        }
        box.keep(MailMessage.written(
                id,
                KIND,
                box.firstState(),
                "",
                new MailMessage.Recipient(person.name(), person.displayName(), null, company),
                person.email(),
                subject(link),
                body(person, link),
                "",
                clock.instant()));
        return box.isConfigured();
    }

    static String id(Person person, PasswordLink link) {
        return Ids.of("mail", "password", person.id(), link.secretHash());
    }

    private static String subject(PasswordLink link) {
        return switch (link.purpose()) {
            case INVITATION -> "Your invitation to Drumbeat";
            case RESET -> "A new password for Drumbeat";
        };
    }

    private static String body(Person person, PasswordLink link) {
        String why = switch (link.purpose()) {
            case INVITATION ->
                "You are invited to Drumbeat, the page of your manufacturing partnerships. Choose a password here:";
            case RESET -> "Somebody, probably you, asked for a new password for Drumbeat. Choose it here:";
        };
        String otherwise = switch (link.purpose()) {
            case INVITATION -> "If you don't know what this is about, do nothing.";
            case RESET -> "If it was not you, do nothing: your password stays as it is.";
        };
        return "Hello " + person.displayName() + ",\n\n" + why + "\n\n  " + GAP + "\n\nThe address works once, until "
                + MOMENT.format(link.expiresAt()) + ". " + otherwise + "\n";
    }
}
