package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.MailBox;
import dev.drumbeat.platform.domain.MailMessage;
import dev.drumbeat.platform.domain.ResourceName;
import dev.drumbeat.platform.domain.Versioned;
import java.util.Optional;

/** Fills the link into a mail as it is handed over. */
public final class LinkInMail implements MailBox.Finish {
    /** Where the page takes a link's secret; behind a number sign, so that no server on the way writes it down. */
    public static final String PATH = "/welcome#";

    private static final String NO_LINK = "(this link was replaced by a newer one or used already)";

    private final PersonStore people;
    private final TokenSecrets secrets;
    private final String publicAddress;

    /** @param publicAddress the page's own, such as {@code https://drumbeat.example.com} */
    public LinkInMail(PersonStore people, TokenSecrets secrets, String publicAddress) {
        this.people = people;
        this.secrets = secrets;
        this.publicAddress = publicAddress.replaceAll("/+$", "");
    }

    @Override
    public MailMessage finished(MailMessage mail) {
        if (!mail.kind().equals(PasswordMail.KIND)) {
            return mail;
        }
        String id = ResourceName.id(mail.recipient().person(), Person.COLLECTION);
        String shown = people.find(id)
                .map(Versioned::value)
                .filter(account -> account.link() != null
                        && PasswordMail.id(account.person(), account.link()).equals(mail.id()))
                .flatMap(account -> Optional.ofNullable(account.link())
                        .map(link -> publicAddress + PATH + PasswordLinks.secret(secrets, account.person(), link)))
                .orElse(NO_LINK);
        return mail.withBody(mail.body().replace(PasswordMail.GAP, shown));
    }
}
